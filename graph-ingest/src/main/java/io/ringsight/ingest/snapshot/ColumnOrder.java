package io.ringsight.ingest.snapshot;

/**
 * Sorts the bits of signatures by what they are in one run of signatures after the other: fewer before more, in the first run
 * that tells two bits apart. Not thread-safe.
 */
final class ColumnOrder {
    private final int bits;
    private final int[] order; // int[bits], bits in order as far as it is known
    private final boolean[] starts; // boolean[bits + 1], where a group of bits starts that nothing told apart yet
    private final int[] counts; // int[bits], in how many signatures of a run a bit is set
    private int groups = 1;

    ColumnOrder(int bits) {
        this.bits = bits;
        this.order = CountingSort.identity(bits);
        this.starts = new boolean[bits + 1];
        this.counts = new int[bits];
        starts[0] = true;
        starts[bits] = true;
    }

    /** Tells apart what these runs tell apart of what was not told apart before. */
    void refine(SignatureRuns runs) {
        for (int run = 0; run < runs.size() && !isSettled(); run++) {
            for (int at = 0; at < bits; at++) {
                if (!starts[at] || !starts[at + 1]) {
                    counts[order[at]] = runs.count(run, order[at]);
                }
            }
            refine();
        }
    }

    /** Whether all bits are told apart. */
    boolean isSettled() {
        return groups == bits;
    }

    /** int[bits], bits in order; those that nothing tells apart as they were. */
    int[] order() {
        return order;
    }

    /** By how many bits of each group are set, in the order of groups. */
    int compare(SignatureRuns runs, int oneRow, int otherRow) {
        int difference = 0;
        for (int at = 0; at < bits; at++) {
            if (starts[at] && difference != 0) {
                return difference;
            }
            difference += runs.bit(oneRow, order[at]) - runs.bit(otherRow, order[at]);
        }
        return difference;
    }

    private void refine() {
        int from = 0;
        while (from < bits) {
            int to = from + 1;
            while (!starts[to]) {
                to++;
            }
            sort(from, to);
            for (int at = from + 1; at < to; at++) {
                if (counts[order[at]] != counts[order[at - 1]]) {
                    starts[at] = true;
                    groups++;
                }
            }
            from = to;
        }
    }

    /** By insertion: stable, and linear where counts are equal. */
    private void sort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int bit = order[i];
            int at = i;
            while (at > from && counts[order[at - 1]] > counts[bit]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = bit;
        }
    }
}

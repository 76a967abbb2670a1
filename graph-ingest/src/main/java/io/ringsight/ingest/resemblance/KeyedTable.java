package io.ringsight.ingest.resemblance;

/**
 * One sample's keys of a segment: numbers of signatures in the order of their keys, and apart from them, in the same order, half
 * a word of each, so that most of those that are far are passed over without a look at anything else. Immutable, thread-safe.
 */
final class KeyedTable {
    static final int MOST_RANGES = 64; // ints that ranges adds at most

    private final BitSample sample;
    private final int half; // which half of a word of the signature stands in halves
    private final int[] starts; // int[keys + 1]
    private final int[] members; // int[n]
    private final int[] halves; // int[n]

    KeyedTable(Signatures signatures, int from, int to, BitSample sample, int half) {
        var order = KeyedOrder.of(signatures, from, to, sample);
        this.sample = sample;
        this.half = half;
        this.starts = order.starts();
        this.members = order.members();
        this.halves = new int[members.length];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = half(signatures.word(members[i], half / 2));
        }
    }

    private int half(long word) {
        return (int) (half % 2 == 0 ? word : word >>> Integer.SIZE);
    }

    long bytes() {
        return ((long) starts.length + members.length + halves.length) * Integer.BYTES;
    }

    /** Where those start and end whose keys differ in at most one bit, pairs of them, from {@code at}; returns where they end. */
    int ranges(long[] signature, int[] ranges, int at) {
        int key = sample.key(signature);
        int next = range(key, ranges, at);
        for (int bit = 0; bit < sample.width(); bit++) {
            next = range(key ^ 1 << bit, ranges, next);
        }
        return next;
    }

    private int range(int key, int[] ranges, int at) {
        ranges[at] = starts[key];
        ranges[at + 1] = starts[key + 1];
        return at + 2;
    }

    /** Has the first two cache lines of those ranges on their way from memory, all at once: most ranges have no more. */
    long touch(int[] ranges, int from, int to) {
        int last = halves.length - 1;
        long touched = 0;
        for (int r = from; r < to; r += 2) {
            int at = Math.min(ranges[r], last);
            touched += halves[at] + halves[Math.min(at + 16, last)];
        }
        return touched;
    }

    /**
     * Adds the numbers of those in the ranges whose half word is near. Without a branch: what is not taken is overwritten by the next.
     *
     * @param found int[size + all in the ranges + 1 at least]
     * @return the new size
     */
    int scan(long[] signature, int halfRadius, int[] ranges, int from, int to, int[] found, int size) {
        int near = half(signature[half / 2]);
        int count = size;
        for (int r = from; r < to; r += 2) {
            int end = ranges[r + 1];
            for (int i = ranges[r]; i < end; i++) {
                found[count] = i;
                count += (Integer.bitCount(halves[i] ^ near) - halfRadius - 1) >>> 31;
            }
        }
        for (int i = size; i < count; i++) {
            found[i] = members[found[i]];
        }
        return count;
    }
}

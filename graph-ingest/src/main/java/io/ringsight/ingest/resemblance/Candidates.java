package io.ringsight.ingest.resemblance;

import java.util.Arrays;

/**
 * Signatures to be compared with one, and how many more may be looked at: what bounds the work of a query. Used again by the next
 * query, so that none allocates. Not thread-safe.
 */
final class Candidates {
    private static final int MOST = 1 << 17; // half words looked at by a query

    private int[] numbers = new int[1_024];
    private int size;
    private int[] ranges = new int[2_048]; // start, end of each probe
    private int[] ends = new int[64]; // int[tables], where the ranges of a table end
    private int located; // tables whose ranges are known
    private int allowance; // half words that may still be looked at
    private boolean truncated;
    private long touched; // for nothing but that the compiler keeps the reads

    /** A new query. */
    void clear() {
        size = 0;
        allowance = MOST;
        truncated = false;
    }

    /** A segment of so many tables. */
    void begin(int tables) {
        located = 0;
        if (ends.length < tables) {
            ends = new int[tables];
        }
    }

    /** Where the next table has those with the keys wanted. */
    void locate(KeyedTable table, long[] signature) {
        int at = located == 0 ? 0 : ends[located - 1];
        if (at + KeyedTable.MOST_RANGES > ranges.length) {
            ranges = Arrays.copyOf(ranges, ranges.length * 2);
        }
        ends[located++] = table.ranges(signature, ranges, at);
    }

    /** Adds those found in the tables located, reading the half words of a table while those of the next are fetched. */
    void scan(KeyedTable[] tables, long[] signature, int halfRadius) {
        int from = 0;
        for (int t = 0; t < tables.length; t++) {
            if (t + 1 < tables.length) {
                touched += tables[t + 1].touch(ranges, ends[t], ends[t + 1]);
            }
            makeRoom(from, ends[t]);
            size = tables[t].scan(signature, halfRadius, ranges, from, ends[t], numbers, size);
            from = ends[t];
        }
    }

    /** For those in the ranges; ranges beyond what may be looked at are cut short. */
    private void makeRoom(int from, int to) {
        int wanted = 0;
        for (int r = from; r < to; r += 2) {
            int allowed = Math.min(ranges[r + 1] - ranges[r], allowance - wanted);
            truncated |= ranges[r] + allowed < ranges[r + 1];
            ranges[r + 1] = ranges[r] + allowed;
            wanted += allowed;
        }
        allowance -= wanted;
        if (size + wanted >= numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * (size + wanted) + 1);
        }
    }

    int[] numbers() {
        return numbers;
    }

    int size() {
        return size;
    }

    boolean truncated() {
        return truncated;
    }
}

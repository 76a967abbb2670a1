package io.ringsight.ingest.resemblance;

/**
 * Signatures side by side, word by word, in an order of their own: what a loop over many can be compiled to vector instructions
 * for. Immutable, thread-safe.
 */
final class Columns {
    private static final int TOGETHER = 4;

    private final long[][] columns; // long[words][n]

    /** @param order int[n], numbers of signatures */
    Columns(Signatures signatures, int[] order) {
        columns = new long[signatures.words()][order.length];
        for (int at = 0; at < order.length; at++) {
            for (int w = 0; w < columns.length; w++) {
                columns[w][at] = signatures.word(order[at], w);
            }
        }
    }

    /** Distances of the one at a place from {@code count} others that start at {@code from}. */
    void distances(int at, int from, int count, int[] distances) {
        int w = 0;
        if (columns.length >= TOGETHER) {
            four(columns[0], columns[1], columns[2], columns[3], at, from, count, distances);
            w = TOGETHER;
        } else {
            one(columns[w++], at, from, count, distances);
        }
        for (; w < columns.length; w++) {
            more(columns[w], at, from, count, distances);
        }
    }

    /** How many of the first {@code count} distances are at most the radius; without a branch, for vector instructions. */
    static int within(int[] distances, int count, int radius) {
        int within = 0;
        for (int i = 0; i < count; i++) {
            within += (distances[i] - radius - 1) >>> (Integer.SIZE - 1); // the sign
        }
        return within;
    }

    private static void four(long[] c0, long[] c1, long[] c2, long[] c3, int at, int from, int count, int[] distances) {
        long w0 = c0[at];
        long w1 = c1[at];
        long w2 = c2[at];
        long w3 = c3[at];
        for (int i = 0; i < count; i++) {
            distances[i] = Long.bitCount(c0[from + i] ^ w0)
                    + Long.bitCount(c1[from + i] ^ w1)
                    + Long.bitCount(c2[from + i] ^ w2)
                    + Long.bitCount(c3[from + i] ^ w3);
        }
    }

    private static void one(long[] column, int at, int from, int count, int[] distances) {
        long word = column[at];
        for (int i = 0; i < count; i++) {
            distances[i] = Long.bitCount(column[from + i] ^ word);
        }
    }

    private static void more(long[] column, int at, int from, int count, int[] distances) {
        long word = column[at];
        for (int i = 0; i < count; i++) {
            distances[i] += Long.bitCount(column[from + i] ^ word);
        }
    }
}

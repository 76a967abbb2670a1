package io.ringsight.ingest.resemblance;

/**
 * Signatures in the order of their keys.
 *
 * @param starts int[keys + 1], where the members of a key start
 * @param members int[n], numbers of signatures; ascending within a key
 */
record KeyedOrder(int[] starts, int[] members) {
    /** Largest power of two at most {@code number}, as its exponent; -1 for 0. */
    static int log2(int number) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number);
    }

    /** Those from {@code from} to {@code to - 1}. */
    static KeyedOrder of(Signatures signatures, int from, int to, BitSample sample) {
        int[] keys = new int[to - from];
        int[] starts = new int[(1 << sample.width()) + 1];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = sample.key(signatures, from + i);
            starts[keys[i] + 1]++;
        }
        for (int key = 1; key < starts.length; key++) {
            starts[key] += starts[key - 1];
        }
        int[] next = starts.clone();
        int[] members = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            members[next[keys[i]]++] = from + i;
        }
        return new KeyedOrder(starts, members);
    }
}

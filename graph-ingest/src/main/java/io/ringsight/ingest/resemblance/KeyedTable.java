package io.ringsight.ingest.resemblance;

/**
 * One sample's keys of a segment: numbers of signatures in the order of their keys, and apart from them, in the same order, one
 * word of each, so that most of those that are far are passed over without a look at anything else. Immutable, thread-safe.
 */
final class KeyedTable {
    static final int MOST_RANGES = 64; // ints that ranges adds at most

    private final BitSample sample;
    private final int word; // which word of the signature stands in words
    private final int[] starts; // int[keys + 1]
    private final int[] members; // int[n]
    private final long[] words; // long[n]

    KeyedTable(Signatures signatures, int from, int to, BitSample sample, int word) {
        var order = KeyedOrder.of(signatures, from, to, sample);
        this.sample = sample;
        this.word = word;
        this.starts = order.starts();
        this.members = order.members();
        this.words = new long[members.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = signatures.word(members[i], word);
        }
    }

    long bytes() {
        return (long) starts.length * Integer.BYTES + (long) members.length * (Integer.BYTES + Long.BYTES);
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
        int last = words.length - 1;
        long touched = 0;
        for (int r = from; r < to; r += 2) {
            int at = Math.min(ranges[r], last);
            touched += words[at] + words[Math.min(at + 8, last)];
        }
        return touched;
    }

    /**
     * Adds the numbers of those in the ranges whose word is near. Without a branch: what is not taken is overwritten by the next.
     *
     * @param found int[size + all in the ranges + 1 at least]
     * @return the new size
     */
    int scan(long[] signature, int wordRadius, int[] ranges, int from, int to, int[] found, int size) {
        long near = signature[word];
        int count = size;
        for (int r = from; r < to; r += 2) {
            int end = ranges[r + 1];
            for (int i = ranges[r]; i < end; i++) {
                found[count] = i;
                count += (Long.bitCount(words[i] ^ near) - wordRadius - 1) >>> 31;
            }
        }
        for (int i = size; i < count; i++) {
            found[i] = members[found[i]];
        }
        return count;
    }
}

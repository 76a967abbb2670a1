package io.ringsight.detect.evidence;

/**
 * The levels of two accounts in all {@link Fields}, four bits a field, in two words: gamma of I. P. Fellegi, A. B. Sunter, A theory for
 * record linkage, JASA 64 (1969). Mutable; reused, so that comparing allocates nothing.
 */
final class ComparisonVector {
    static final int MOST_FIELDS = 32;
    private static final int A_WORD = 16;

    private long first; // fields 0 to 15
    private long second; // fields 16 to 31

    void clear() {
        first = 0;
        second = 0;
    }

    void set(long one, long other) {
        first = one;
        second = other;
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    int level(int field) {
        return level(first, second, field);
    }

    static int level(long first, long second, int field) {
        return (int) ((field < A_WORD ? first : second) >>> 4 * (field % A_WORD)) & 15;
    }

    void set(int field, int level) {
        int shift = 4 * (field % A_WORD);
        long cleared = ~(15L << shift);
        if (field < A_WORD) {
            first = first & cleared | (long) level << shift;
        } else {
            second = second & cleared | (long) level << shift;
        }
    }
}

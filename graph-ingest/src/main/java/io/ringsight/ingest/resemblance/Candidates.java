package io.ringsight.ingest.resemblance;

import java.util.Arrays;

/** Signatures to be compared, and how many more may be looked at: what bounds the work of a query. Not thread-safe. */
final class Candidates {
    private int[] numbers = new int[1_024];
    private int size;
    private int allowance; // numbers that may still be looked at
    private boolean truncated;

    Candidates(int most) {
        this.allowance = most;
    }

    /** Takes those between whose word is near; without a branch: what is not taken is overwritten by the next. */
    void take(int[] members, long[] words, int start, int end, long word, int radius) {
        int last = start + allow(end - start);
        int[] taken = numbers;
        int count = size;
        for (int i = start; i < last; i++) {
            taken[count] = members[i];
            count += Long.bitCount(words[i] ^ word) <= radius ? 1 : 0;
        }
        size = count;
    }

    /** How many of them may be looked at; there is room for them now. */
    private int allow(int wanted) {
        int allowed = Math.min(wanted, allowance);
        truncated |= allowed < wanted;
        allowance -= allowed;
        if (size + allowed >= numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * (size + allowed) + 1);
        }
        return allowed;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }

    boolean truncated() {
        return truncated;
    }
}

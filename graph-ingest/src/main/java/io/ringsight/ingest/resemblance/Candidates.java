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

    /** The end up to which numbers may be looked at; there is room for them now. */
    int allowed(int start, int end) {
        int wanted = end - start;
        if (wanted > allowance) {
            truncated = true;
            wanted = allowance;
        }
        allowance -= wanted;
        if (size + wanted >= numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * (size + wanted) + 1);
        }
        return start + wanted;
    }

    /** Without a branch: what is not taken is overwritten by the next. */
    void offer(int number, boolean taken) {
        numbers[size] = number;
        size += taken ? 1 : 0;
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

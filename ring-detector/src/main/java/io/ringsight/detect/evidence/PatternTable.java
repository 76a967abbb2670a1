package io.ringsight.detect.evidence;

import java.util.Arrays;

/** Distinct comparison vectors, numbered as they come, with how many pairs each stands for. Open addressing; not thread-safe. */
final class PatternTable {
    private long[] first = new long[1_024];
    private long[] second = new long[1_024];
    private double[] weight = new double[1_024];
    private int[] slots = new int[4_096]; // number + 1, 0 where free; a power of two, at most half full
    private int size;

    int size() {
        return size;
    }

    long first(int pattern) {
        return first[pattern];
    }

    long second(int pattern) {
        return second[pattern];
    }

    double weight(int pattern) {
        return weight[pattern];
    }

    int level(int pattern, int field) {
        return ComparisonVector.level(first[pattern], second[pattern], field);
    }

    /** The number of a vector, which then stands for so many pairs more. */
    int add(long one, long other, double pairs) {
        int slot = slot(one, other);
        if (slots[slot] == 0) {
            if (size == first.length) {
                first = Arrays.copyOf(first, size * 2);
                second = Arrays.copyOf(second, size * 2);
                weight = Arrays.copyOf(weight, size * 2);
            }
            first[size] = one;
            second[size] = other;
            slots[slot] = ++size;
            if (size * 2 > slots.length) {
                grow();
            }
            slot = slot(one, other);
        }
        int number = slots[slot] - 1;
        weight[number] += pairs;
        return number;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(first[number], second[number])] = number + 1;
        }
    }

    private int slot(long one, long other) {
        int mask = slots.length - 1;
        int slot = (int) (AccountOrder.mix(one ^ AccountOrder.mix(other)) >>> 20) & mask;
        while (slots[slot] != 0 && (first[slots[slot] - 1] != one || second[slots[slot] - 1] != other)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}

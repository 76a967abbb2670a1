package io.ringsight.ingest.snapshot;

import java.util.Arrays;

/** Linear-time orders of small whole numbers. */
final class CountingSort {
    private CountingSort() {}

    static int[] identity(int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        return order;
    }

    static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    /** Turns counts at {@code key + 1} into the first position of each key. */
    static int[] offsets(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
        return counts;
    }

    /** The given order, rearranged by key and else left as it is. */
    static int[] stable(int[] order, int keyCount, Key key) {
        int[] next = new int[keyCount + 1];
        for (int item : order) {
            next[key.of(item) + 1]++;
        }
        offsets(next);
        int[] sorted = new int[order.length];
        for (int item : order) {
            sorted[next[key.of(item)]++] = item;
        }
        return sorted;
    }

    /** What an item is sorted by: 0 to the key count, exclusive. */
    interface Key {
        int of(int item);
    }
}

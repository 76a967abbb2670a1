package io.ringsight.ingest.resemblance;

import java.util.Arrays;

/** The pairs kept so far, and how many each signature has. Reading is thread-safe while nothing is added. */
final class Partners {
    private final int most;
    private final int[] count; // int[n]
    private long[] pairs = new long[16]; // a << 32 | b, a < b
    private int size;

    Partners(int signatures, int most) {
        this.count = new int[signatures];
        this.most = most;
    }

    boolean full(int signature) {
        return count[signature] >= most;
    }

    int most() {
        return most;
    }

    /** Keeps those whose ends both have room, in their order. */
    void add(long[] found) {
        if (size + found.length > pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(size + found.length, pairs.length * 2));
        }
        for (long pair : found) {
            int a = first(pair);
            int b = second(pair);
            if (!full(a) && !full(b)) {
                count[a]++;
                count[b]++;
                pairs[size++] = pair;
            }
        }
    }

    NearPairs.Pairs sorted(Signatures signatures) {
        Arrays.sort(pairs, 0, size);
        int[] a = new int[size];
        int[] b = new int[size];
        int[] distance = new int[size];
        for (int i = 0; i < size; i++) {
            a[i] = first(pairs[i]);
            b[i] = second(pairs[i]);
            distance[i] = signatures.distance(a[i], b[i]);
        }
        return new NearPairs.Pairs(a, b, distance);
    }

    static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    private static int first(long pair) {
        return (int) (pair >>> 32);
    }

    private static int second(long pair) {
        return (int) pair;
    }
}

package io.ringsight.detect.cluster;

/**
 * SplitMix64 (G. L. Steele, D. Lea, C. H. Flood: Fast splittable pseudorandom number generators, OOPSLA 2014,
 * doi:10.1145/2660193.2660195), written out so that every Java gives the same numbers. Not thread-safe.
 */
final class SplitMix {
    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** From 0 to below {@code bound}. */
    int nextInt(int bound) {
        return (int) ((nextLong() >>> 32) * bound >>> 32);
    }

    /** From 0 to below 1. */
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Puts the values from {@code start} to before {@code end} into random order. */
    void shuffle(int[] values, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            int j = start + nextInt(i + 1 - start);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }
}

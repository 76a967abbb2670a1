package io.ringsight.ingest.simulate;

/**
 * A keyed permutation of 0 to {@code size} - 1: numbers given out one after another look drawn at random, and none is given
 * twice. A balanced Feistel network that walks on while it is out of range (Black and Rogaway, CT-RSA 2002).
 */
final class Permutation {
    private static final int ROUNDS = 4;

    private final long size;
    private final int half; // bits
    private final long key;

    Permutation(long size, long key) {
        this.size = size;
        this.half = Math.max(1, (65 - Long.numberOfLeadingZeros(size - 1)) / 2);
        this.key = key;
    }

    long of(long number) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException(number + " is not one of " + size + ".");
        }
        long value = number;
        do {
            value = shuffle(value);
        } while (value >= size);
        return value;
    }

    private long shuffle(long value) {
        long mask = (1L << half) - 1;
        long left = value >>> half;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ mix(key + round * 0x9E3779B97F4A7C15L + right) & mask;
            left = right;
            right = next;
        }
        return left << half | right;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

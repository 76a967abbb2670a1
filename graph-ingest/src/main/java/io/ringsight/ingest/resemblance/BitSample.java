package io.ringsight.ingest.resemblance;

import java.util.SplittableRandom;

/**
 * Some of the bits of a signature, packed into a key: signatures near each other often have equal keys. Stateless after its
 * making, thread-safe.
 */
final class BitSample {
    private final long[] masks; // long[words]
    private final int[] shifts; // int[words], where the bits of a word go in the key
    private final int width;

    private BitSample(long[] masks) {
        this.masks = masks;
        this.shifts = new int[masks.length];
        int shift = 0;
        for (int w = 0; w < masks.length; w++) {
            shifts[w] = shift;
            shift += Long.bitCount(masks[w]);
        }
        this.width = shift;
    }

    /** Samples of that width; bits are dealt like cards, so that every bit is in about equally many. */
    static BitSample[] draw(int count, int width, int bits, long seed) {
        var random = new SplittableRandom(seed);
        int[] deck = new int[bits];
        int left = 0;
        var samples = new BitSample[count];
        for (int s = 0; s < count; s++) {
            long[] masks = new long[bits / Long.SIZE];
            for (int taken = 0; taken < width; ) {
                if (left == 0) {
                    left = shuffle(deck, random);
                }
                int bit = deck[--left];
                long mask = 1L << bit;
                if ((masks[bit / Long.SIZE] & mask) == 0) {
                    masks[bit / Long.SIZE] |= mask;
                    taken++;
                }
            }
            samples[s] = new BitSample(masks);
        }
        return samples;
    }

    private static int shuffle(int[] deck, SplittableRandom random) {
        for (int i = 0; i < deck.length; i++) {
            int j = random.nextInt(i + 1);
            deck[i] = deck[j];
            deck[j] = i;
        }
        return deck.length;
    }

    /** Bits in a key. */
    int width() {
        return width;
    }

    int key(Signatures signatures, int number) {
        long key = 0;
        for (int w = 0; w < masks.length; w++) {
            key |= Long.compress(signatures.word(number, w), masks[w]) << shifts[w];
        }
        return (int) key;
    }

    int key(long[] signature) {
        long key = 0;
        for (int w = 0; w < masks.length; w++) {
            key |= Long.compress(signature[w], masks[w]) << shifts[w];
        }
        return (int) key;
    }

    /** Whether two signatures have equal keys. */
    boolean agree(Signatures signatures, int one, int other) {
        long difference = 0;
        for (int w = 0; w < masks.length; w++) {
            difference |= (signatures.word(one, w) ^ signatures.word(other, w)) & masks[w];
        }
        return difference == 0;
    }
}

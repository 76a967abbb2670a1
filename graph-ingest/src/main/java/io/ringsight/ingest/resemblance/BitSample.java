package io.ringsight.ingest.resemblance;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

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
        var deck = new Deck(IntStream.range(0, bits).toArray(), seed);
        var samples = new BitSample[count];
        Arrays.setAll(samples, _ -> draw(deck, width, bits));
        return samples;
    }

    /** Sample i has no bit of word i (modulo words), if there are more words than one. */
    static BitSample[] drawBesideWords(int count, int width, int bits, long seed) {
        int words = bits / Long.SIZE;
        var decks = new Deck[words];
        for (int w = 0; w < words; w++) {
            int beside = w;
            int[] cards = IntStream.range(0, bits)
                    .filter(bit -> words == 1 || bit / Long.SIZE != beside)
                    .toArray();
            decks[w] = new Deck(cards, seed + w);
        }
        var samples = new BitSample[count];
        Arrays.setAll(samples, s -> draw(decks[s % words], width, bits));
        return samples;
    }

    private static BitSample draw(Deck deck, int width, int bits) {
        long[] masks = new long[bits / Long.SIZE];
        for (int taken = 0; taken < width; ) {
            int bit = deck.next();
            long mask = 1L << bit;
            if ((masks[bit / Long.SIZE] & mask) == 0) {
                masks[bit / Long.SIZE] |= mask;
                taken++;
            }
        }
        return new BitSample(masks);
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

    /** Bits in random order, shuffled again when all are dealt. */
    private static final class Deck {
        private final int[] cards;
        private final SplittableRandom random;
        private int left;

        Deck(int[] cards, long seed) {
            this.cards = cards;
            this.random = new SplittableRandom(seed);
        }

        int next() {
            if (left == 0) {
                shuffle();
            }
            return cards[--left];
        }

        private void shuffle() {
            for (left = 0; left < cards.length; left++) {
                int j = random.nextInt(left + 1);
                int card = cards[left];
                cards[left] = cards[j];
                cards[j] = card;
            }
        }
    }
}

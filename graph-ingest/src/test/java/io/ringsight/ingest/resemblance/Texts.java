package io.ringsight.ingest.resemblance;

import java.util.SplittableRandom;

/** Names as Bloom filters of their bigrams, some letters commoner than others; every tenth is an earlier one with another letter. */
final class Texts {
    private static final String LETTERS = "aaaaaaeeeeeeiiiiooonnnnrrrrssssttttllldddmmkkhhuubbggvvcfjpwyz";
    private static final int BITS_A_BIGRAM = 2;

    private Texts() {}

    static Signatures of(int bits, int count, long seed) {
        var random = new SplittableRandom(seed);
        var signatures = new Signatures(bits);
        var names = new char[count][];
        for (int i = 0; i < count; i++) {
            if (i % 10 == 9) {
                names[i] = names[random.nextInt(i)].clone();
                names[i][random.nextInt(names[i].length)] = letter(random);
            } else {
                names[i] = new char[random.nextInt(10, 18)];
                for (int c = 0; c < names[i].length; c++) {
                    names[i][c] = letter(random);
                }
            }
            signatures.add(filter(names[i], bits));
        }
        return signatures;
    }

    private static char letter(SplittableRandom random) {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private static long[] filter(char[] name, int bits) {
        long[] filter = new long[bits / Long.SIZE];
        for (int c = 0; c + 1 < name.length; c++) {
            var hash = new SplittableRandom(name[c] << 8 | name[c + 1]);
            for (int b = 0; b < BITS_A_BIGRAM; b++) {
                int bit = hash.nextInt(bits);
                filter[bit / Long.SIZE] |= 1L << bit;
            }
        }
        return filter;
    }
}

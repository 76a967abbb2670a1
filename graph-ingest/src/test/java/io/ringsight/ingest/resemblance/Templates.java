package io.ringsight.ingest.resemblance;

import java.util.SplittableRandom;

/**
 * Bit hashes as face templates have them, correlated: signs of a point in few dimensions under random hyperplanes; and copies of
 * some of them a known number of bits away.
 */
final class Templates {
    private final double[][] planes;
    private final SplittableRandom random;
    final Signatures signatures = new Signatures(256);

    Templates(int dimensions, long seed) {
        random = new SplittableRandom(seed);
        planes = new double[256][dimensions];
        for (double[] plane : planes) {
            for (int d = 0; d < dimensions; d++) {
                plane[d] = random.nextGaussian();
            }
        }
    }

    Templates strangers(int count) {
        for (int i = 0; i < count; i++) {
            signatures.add(stranger());
        }
        return this;
    }

    long[] stranger() {
        double[] point =
                random.doubles(planes[0].length).map(_ -> random.nextGaussian()).toArray();
        long[] signature = new long[4];
        for (int bit = 0; bit < 256; bit++) {
            double side = 0;
            for (int d = 0; d < point.length; d++) {
                side += planes[bit][d] * point[d];
            }
            signature[bit / 64] |= side > 0 ? 1L << bit : 0;
        }
        return signature;
    }

    /** Another picture of one of them, exactly so many bits away. */
    long[] near(int number, int bits) {
        long[] copy = signatures.get(number);
        while (signatures.distance(number, copy) < bits) {
            int bit = random.nextInt(256);
            long flipped = copy[bit / 64] ^ 1L << bit;
            if (((signatures.word(number, bit / 64) ^ flipped) >>> bit & 1) == 1) {
                copy[bit / 64] = flipped;
            }
        }
        return copy;
    }
}

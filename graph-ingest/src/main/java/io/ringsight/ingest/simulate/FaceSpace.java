package io.ringsight.ingest.simulate;

import java.util.HexFormat;

/**
 * Face templates of 256 bits that are correlated as real ones are. A face is a Gaussian vector; a bit says on which side of
 * one of 256 fixed random hyperplanes it lies, so that two faces at angle a differ in a share a/pi of their bits (Charikar,
 * STOC 2002). The fewer dimensions, the oftener strangers look alike; the number of dimensions follows from the rate at which
 * two strangers are to fall within {@link #NEAR} bits. Between two whole numbers of dimensions, a share q of people are
 * <em>plain</em>, their last coordinate being 0: two plain people meet in one dimension less, all others do not, hence
 * rate = q² rate(k) + (1 - q²) rate(k + 1), exactly, over the choice of hyperplanes.
 */
final class FaceSpace {
    static final int BITS = 256;
    /** Two pictures this near or nearer count as alike, bits. */
    static final int NEAR = 56;

    private static final int STEPS = 4_000; // of Simpson's rule
    private static final int FEWEST = 3;
    private static final int MOST = 200;
    private static final long PLANES = 0xFACE5EEDL; // one vendor's algorithm: the same in every population
    private static final double[] WITHIN = binomialTails();

    private final int dimensions; // k + 1
    private final double plainShare;
    private final double[][] planes; // [dimension][bit]

    /** A space in which two strangers fall within {@link #NEAR} bits at that rate. */
    FaceSpace(double strangers) {
        int k = FEWEST;
        double here = rate(k);
        double next = rate(k + 1);
        while (next > strangers && k < MOST) {
            k++;
            here = next;
            next = rate(k + 1);
        }
        dimensions = k + 1;
        plainShare = StrictMath.sqrt(Math.clamp((strangers - next) / (here - next), 0.0, 1.0));
        var chance = new Chance(PLANES);
        planes = new double[dimensions][BITS];
        for (double[] coordinate : planes) {
            for (int bit = 0; bit < BITS; bit++) {
                coordinate[bit] = chance.normal();
            }
        }
    }

    /** A face nobody is related to. */
    Face stranger(Chance chance) {
        return new Face(vector(chance, chance.happens(plainShare)));
    }

    /** A face whose correlation with another one is given: the cosine of the angle between them, about. */
    Face relative(Face of, double correlation, Chance chance) {
        double[] own = vector(chance, of.isPlain());
        double theirs = StrictMath.sqrt(1 - correlation * correlation);
        for (int i = 0; i < own.length; i++) {
            own[i] = correlation * of.latent()[i] + theirs * own[i];
        }
        return new Face(own);
    }

    /** The template of one picture, 64 hex digits. Noise is the length of the disturbance as a share of the face's own. */
    String picture(Face face, double noise, Chance chance) {
        double[] sums = new double[BITS];
        for (int i = 0; i < dimensions; i++) {
            boolean flat = i == dimensions - 1 && face.isPlain();
            double at = flat ? 0 : face.latent()[i] + noise * chance.normal();
            double[] coordinate = planes[i];
            for (int bit = 0; bit < BITS; bit++) {
                sums[bit] += at * coordinate[bit];
            }
        }
        var hex = new StringBuilder(BITS / 4);
        for (int from = 0; from < BITS; from += 64) {
            long word = 0;
            for (int bit = 0; bit < 64; bit++) {
                word |= sums[from + bit] > 0 ? 1L << bit : 0;
            }
            hex.append(HexFormat.of().toHexDigits(word));
        }
        return hex.toString();
    }

    private double[] vector(Chance chance, boolean plain) {
        double[] vector = new double[dimensions];
        for (int i = 0; i < dimensions - (plain ? 1 : 0); i++) {
            vector[i] = chance.normal();
        }
        return vector;
    }

    /** In how many bits two templates differ. */
    static int distance(String one, String other) {
        int bits = 0;
        for (int i = 0; i < one.length(); i += 16) {
            bits += Long.bitCount(
                    HexFormat.fromHexDigitsToLong(one, i, i + 16) ^ HexFormat.fromHexDigitsToLong(other, i, i + 16));
        }
        return bits;
    }

    /** The rate of this space, by the formula above. */
    double rate() {
        double both = plainShare * plainShare;
        return both * rate(dimensions - 1) + (1 - both) * rate(dimensions);
    }

    /**
     * The rate at which strangers fall within {@link #NEAR} bits in so many dimensions: the angle between two of them has a
     * density proportional to sin(a)^(dimensions - 2), and at an angle the bits are binomial.
     */
    static double rate(int dimensions) {
        double all = 0;
        double near = 0;
        for (int i = 0; i <= STEPS; i++) {
            int weight = i == 0 || i == STEPS ? 1 : i % 2 == 0 ? 2 : 4;
            double density = weight * StrictMath.pow(StrictMath.sin(StrictMath.PI * i / STEPS), dimensions - 2.0);
            all += density;
            near += density * WITHIN[i];
        }
        return near / all;
    }

    /** At each step's angle, the chance that at most {@link #NEAR} of the bits differ. */
    private static double[] binomialTails() {
        double[] tails = new double[STEPS + 1];
        tails[0] = 1;
        for (int i = 1; i < STEPS; i++) {
            double differs = (double) i / STEPS;
            double logDiffers = StrictMath.log(differs);
            double logSame = StrictMath.log(1 - differs);
            double logWays = 0;
            for (int bits = 0; bits <= NEAR; bits++) {
                tails[i] += StrictMath.exp(logWays + bits * logDiffers + (BITS - bits) * logSame);
                logWays += StrictMath.log((double) (BITS - bits) / (bits + 1));
            }
        }
        return tails;
    }
}

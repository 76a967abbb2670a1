package io.ringsight.detect.evidence;

/**
 * How far two accounts agree in a field. What a level means depends on the field:
 *
 * <pre>
 * level   identifier type            bit hash (of 256)   name                birth date  time apart   tied, kin
 * 0       one of them has none       has none            has none            has none                 nothing shared by three
 * 1       nothing equal or near      more than 90 bits   differs             differs     ≤ 1 day      none
 * 2       equal, used by 2           ≤ 8                 equal, rare         equal       ≤ 3          ≤ 0.03
 * 3       … by 3 to 4                ≤ 16                equal, ≤ 1e-3       near        ≤ 10         ≤ 0.1
 * 4       … by 5 to 8                ≤ 24                equal, ≤ 1e-2                   ≤ 30         ≤ 0.25
 * 5       … by 9 to 16               ≤ 32                equal, common                   ≤ 90         ≤ 0.5
 * 6       … by 17 to 32              ≤ 40                near                            ≤ 180        more
 * 7       … by 33 to 64              ≤ 48                                                ≤ 365
 * 8       … by 65 to 256             ≤ 56                                                more
 * 9       … by 257 to 4,096          ≤ 72
 * 10      … by more                  ≤ 90
 * 11      next in a series, template identical
 * 12      in one series, same building or local part
 * 13      a slip apart
 * 14      as 11 or 12, where many are
 * </pre>
 *
 * Tied and kin are parts of the other pairs behind the rarest thing that two accounts share, see {@link Crowds}.
 */
final class Levels {
    static final int COUNT = 16;
    static final int MISSING = 0;
    static final int DIFFERENT = 1;
    /** The first level of equal values. */
    static final int EQUAL = 2;
    /** The last one. */
    static final int EQUAL_IN_CROWD = 10;

    static final int SERIES = 11;
    static final int FAMILY = 12;
    static final int SLIP = 13;
    static final int CROWDED = 14;

    static final int IDENTICAL_BITS = 11;
    static final int NEAR_NAME = 6;
    static final int NEAR_DATE = 3;
    private static final int BITS = 256;

    private static final int[] DEGREES = {2, 4, 8, 16, 32, 64, 256, 4_096};
    private static final int[] DISTANCES = {8, 16, 24, 32, 40, 48, 56, 72, 90};
    private static final double[] FREQUENCIES = {1e-4, 1e-3, 1e-2};
    private static final double[] SHARES = {.03, .1, .25, .5};
    private static final double[] EXCESS = {0, .5, 1, 1.5, 2, 3};
    private static final int[] DAYS = {1, 3, 10, 30, 90, 180, 365};

    private Levels() {}

    /** Of an identifier that so many accounts use. */
    static int ofDegree(int degree) {
        return EQUAL + above(DEGREES, degree);
    }

    /** Of two bit hashes of that length. */
    static int ofDistance(int distance, int bits) {
        int scaled = bits == BITS ? distance : (int) Math.round(distance * (double) BITS / bits);
        int level = above(DISTANCES, scaled);
        return level == DISTANCES.length ? DIFFERENT : EQUAL + level;
    }

    /** Whether bits are near enough to be of one face, twins apart. */
    static boolean isNearBits(int level) {
        return level >= EQUAL && level <= 8 || level == IDENTICAL_BITS;
    }

    /**
     * Bounds what chance does to bit hashes: the nearer, the rarer, and at least as steeply as further away, as the distances of strangers are
     * distributed (log-concave; J. Daugman: The importance of being random, Pattern Recognition 36 (2003), section 3).
     */
    static void fallTowardsEqual(double[] levels) {
        int last = EQUAL + DISTANCES.length - 1;
        for (int level = last - 2; level >= EQUAL; level--) {
            double slope = (LogOdds.log2(perBit(levels, level + 1)) - LogOdds.log2(perBit(levels, level + 2)))
                    / (centre(level + 2) - centre(level + 1));
            double most = perBit(levels, level + 1)
                    * StrictMath.pow(2, Math.min(0, slope) * (centre(level + 1) - centre(level)));
            levels[level] = Math.min(levels[level], most * width(level));
        }
        levels[IDENTICAL_BITS] = Math.min(levels[IDENTICAL_BITS], levels[EQUAL]);
    }

    private static double perBit(double[] levels, int level) {
        return Math.max(Double.MIN_NORMAL, levels[level]) / width(level);
    }

    private static double width(int level) {
        return DISTANCES[level - EQUAL] - (level == EQUAL ? 0 : DISTANCES[level - EQUAL - 1]);
    }

    private static double centre(int level) {
        return DISTANCES[level - EQUAL] - width(level) / 2;
    }

    /** Of a name that this share of the others bears. */
    static int ofFrequency(double frequency) {
        return EQUAL + above(FREQUENCIES, frequency);
    }

    static int ofMillis(long apart) {
        return DIFFERENT + above(DAYS, Math.toIntExact(Math.ceilDiv(apart, 86_400_000L)));
    }

    /** Of the part of a thing's other pairs that are of a kind. */
    static int ofShare(double share) {
        return DIFFERENT + (share <= 0 ? 0 : 1 + above(SHARES, share));
    }

    /** Of how many more users of a thing came in a pair's week than would by chance, in bits. */
    static int ofPace(double bits) {
        return DIFFERENT + above(EXCESS, bits);
    }

    static boolean isEqual(int level) {
        return level >= EQUAL && level <= EQUAL_IN_CROWD;
    }

    /** Part of the bits of a text's signature in which it differs, at most, where one or two letters do. */
    static double slip(int bits) {
        return bits > 128 ? 0.09 : 0.12; // longer signatures are those of longer texts
    }

    private static int above(double[] bounds, double value) {
        int at = 0;
        while (at < bounds.length && value > bounds[at]) {
            at++;
        }
        return at;
    }

    private static int above(int[] bounds, int value) {
        int at = 0;
        while (at < bounds.length && value > bounds[at]) {
            at++;
        }
        return at;
    }
}

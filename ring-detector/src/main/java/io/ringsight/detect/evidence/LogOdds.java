package io.ringsight.detect.evidence;

/** Probabilities as log2 odds, in bits, and back; the same on every machine. */
public final class LogOdds {
    private static final double LOG_2 = StrictMath.log(2);

    private LogOdds() {}

    /** The probability with that log2 odds. */
    public static double probability(double bits) {
        return 1 / (1 + StrictMath.pow(2, -bits));
    }

    /** The log2 odds of that probability. */
    public static double bits(double probability) {
        return log2(probability / (1 - probability));
    }

    public static double log2(double value) {
        return StrictMath.log(value) / LOG_2;
    }
}

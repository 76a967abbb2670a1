package io.ringsight.detect.evaluation.opponent;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which patterns of agreement pairs of accounts show, and how many show each. A level of a field is {@link #MISSING} where one
 * of the two lacks it, {@link #DIFFERENT} where nothing better holds, {@link #EXACT} where values are equal; further ones are near.
 *
 * @param levels byte[patterns][fields]
 * @param count double[patterns], pairs
 */
record PatternCounts(byte[][] levels, double[] count) {
    static final byte MISSING = 0;
    static final byte DIFFERENT = 1;
    static final byte EXACT = 2;

    /** How many pairs there are. */
    double pairs() {
        return Arrays.stream(count).sum();
    }

    /** Adds to {@code double[fields][levels]} how many pairs show each level, so many times. */
    void addTo(double[][] totals, double times) {
        for (int p = 0; p < count.length; p++) {
            for (int field = 0; field < totals.length; field++) {
                totals[field][levels[p][field]] += times * count[p];
            }
        }
    }

    /** The pairs that are equal in all of some fields, and with those left out. */
    PatternCounts within(int... equal) {
        int[] chosen = IntStream.range(0, count.length)
                .filter(p -> Arrays.stream(equal).allMatch(field -> levels[p][field] == EXACT))
                .toArray();
        byte[][] others = new byte[chosen.length][];
        double[] counted = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            others[i] = levels[chosen[i]].clone();
            for (int field : equal) {
                others[i][field] = MISSING;
            }
            counted[i] = count[chosen[i]];
        }
        return new PatternCounts(others, counted);
    }
}

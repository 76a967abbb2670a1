package io.ringsight.detect.evaluation.metric;

import java.util.Arrays;

/** Weights of accounts for tests. */
public final class Weights {
    private Weights() {}

    /** Every account once: the measures of the sample itself. */
    public static double[] ones(int accounts) {
        double[] ones = new double[accounts];
        Arrays.fill(ones, 1);
        return ones;
    }
}

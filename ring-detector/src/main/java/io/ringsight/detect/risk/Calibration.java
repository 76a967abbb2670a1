package io.ringsight.detect.risk;

import io.ringsight.gnn.metric.LogisticLine;

/**
 * A straight line from log2 odds to log2 odds. J. C. Platt: Probabilistic outputs for support vector machines (1999),
 * with his smoothed targets; that Newton's method finds it: H.-T. Lin, C.-J. Lin, R. C. Weng: A note on Platt's
 * probabilistic outputs, Machine Learning 68 (2007), doi:10.1007/s10994-007-5018-6.
 *
 * @param slope positive: calibration never turns an order around
 * @param offset in bits
 * @param fitted false for the line that changes nothing
 */
public record Calibration(double slope, double offset, boolean fitted) {
    public static final Calibration NONE = new Calibration(1, 0, false);

    /** Natural log odds in one bit. */
    private static final double NATURAL = StrictMath.log(2);

    /** Fits a line to scores in bits and labels (1 fraud, -1 legit); {@link #NONE} where no rising line fits. */
    public static Calibration fit(double[] bits, int[] labels) {
        int positives = 0;
        for (int label : labels) {
            positives += label > 0 ? 1 : 0;
        }
        int negatives = labels.length - positives;
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1 / (negatives + 2.0);
        double[] logOdds = new double[bits.length];
        double[] fraud = new double[bits.length];
        double[] legit = new double[bits.length];
        for (int i = 0; i < bits.length; i++) {
            logOdds[i] = bits[i] * NATURAL;
            fraud[i] = labels[i] > 0 ? high : low;
            legit[i] = 1 - fraud[i];
        }
        LogisticLine line = LogisticLine.fit(logOdds, fraud, legit);
        return line.slope() > 0.01 ? new Calibration(line.slope(), line.intercept() / NATURAL, true) : NONE;
    }

    /** The bits after calibration. */
    public double of(double bits) {
        return slope * bits + offset;
    }
}

package io.ringsight.detect.risk;

import io.ringsight.detect.evidence.EvidenceModel;

/**
 * A straight line from log2 odds to log2 odds. J. C. Platt: Probabilistic outputs for support vector machines (1999),
 * with his smoothed targets, fitted by Newton's method after H.-T. Lin, C.-J. Lin, R. C. Weng: A note on Platt's
 * probabilistic outputs, Machine Learning 68 (2007), doi:10.1007/s10994-007-5018-6.
 *
 * @param slope positive: calibration never turns an order around
 * @param offset in bits
 * @param fitted false for the line that changes nothing
 */
public record Calibration(double slope, double offset, boolean fitted) {
    public static final Calibration NONE = new Calibration(1, 0, false);

    private static final int MOST_STEPS = 50;

    /** Fits a line to scores in bits and labels (1 fraud, -1 legit); {@link #NONE} where no rising line fits. */
    static Calibration fit(double[] bits, int[] labels) {
        int positives = 0;
        for (int label : labels) {
            positives += label > 0 ? 1 : 0;
        }
        int negatives = labels.length - positives;
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1 / (negatives + 2.0);
        double slope = 1;
        double offset = 0;
        double loss = loss(bits, labels, high, low, slope, offset);
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradientSlope = 0;
            double gradientOffset = 0;
            double h11 = 1e-12;
            double h22 = 1e-12;
            double h21 = 0;
            for (int i = 0; i < bits.length; i++) {
                double p = EvidenceModel.probability(slope * bits[i] + offset);
                double error = p - (labels[i] > 0 ? high : low);
                double curvature = p * (1 - p);
                gradientSlope += bits[i] * error;
                gradientOffset += error;
                h11 += bits[i] * bits[i] * curvature;
                h22 += curvature;
                h21 += bits[i] * curvature;
            }
            if (Math.abs(gradientSlope) < 1e-5 && Math.abs(gradientOffset) < 1e-5) {
                break;
            }
            double determinant = (h11 * h22 - h21 * h21) * StrictMath.log(2);
            double moveSlope = -(h22 * gradientSlope - h21 * gradientOffset) / determinant;
            double moveOffset = -(h11 * gradientOffset - h21 * gradientSlope) / determinant;
            double length = 1;
            double next = loss(bits, labels, high, low, slope + moveSlope, offset + moveOffset);
            while (!(next < loss) && length > 1e-10) {
                length /= 2;
                next = loss(bits, labels, high, low, slope + length * moveSlope, offset + length * moveOffset);
            }
            if (!(next < loss)) {
                break;
            }
            slope += length * moveSlope;
            offset += length * moveOffset;
            loss = next;
        }
        return slope > 0.01 ? new Calibration(slope, offset, true) : NONE;
    }

    /** The bits after calibration. */
    public double of(double bits) {
        return slope * bits + offset;
    }

    private static double loss(double[] bits, int[] labels, double high, double low, double slope, double offset) {
        double loss = 0;
        for (int i = 0; i < bits.length; i++) {
            double target = labels[i] > 0 ? high : low;
            double x = (slope * bits[i] + offset) * StrictMath.log(2);
            // log(1 + e^x) - target x, without overflow
            loss += Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))) - target * x;
        }
        return loss;
    }
}

package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.CalibrationLine;
import io.ringsight.gnn.metric.LogisticLine;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.RankedScores;
import io.ringsight.gnn.metric.Statistics;
import java.util.ArrayList;
import java.util.List;

/**
 * Calibration of probabilities of pairs: slope and intercept of the {@link CalibrationLine}, then for each range the mean predicted
 * and the rate observed. Pairs are drawn in units, and summed once by unit: a replicate costs a pass over the units, however many
 * pairs there are. Slope and intercept of a replicate are one Newton step from the sample's, as in {@link
 * io.ringsight.gnn.metric.OneStepCalibration}. Immutable, thread-safe.
 */
public final class PairCalibration implements Statistics {
    private static final double[] EDGES = {0.1, 0.5, 0.8, 1};
    private static final int LINE_SUMS = 5; // gradient by slope and intercept, curvature by slope, intercept and both
    private static final int RANGE_SUMS = 3; // pairs, predicted, observed
    private static final int SUMS = LINE_SUMS + (EDGES.length - 1) * RANGE_SUMS;
    private static final double LEAST_VARIATION = 1e-12;

    private final Measure slope;
    private final Measure intercept;
    private final double[] sums; // double[units][SUMS]: those of the line, then those of each range
    private final long[] inRange;
    private final long together;

    /**
     * @param probability float[pairs]
     * @param together boolean[pairs]: whether they are under common control
     * @param unit int[pairs], from 0 to below {@code units}: pairs with an equal number are drawn together
     */
    public PairCalibration(float[] probability, boolean[] together, int[] unit, int units) {
        this.sums = new double[units * SUMS];
        this.inRange = new long[ranges()];
        this.together = count(together);
        CalibrationLine fitted = fit(probability, together);
        this.slope = fitted.slope();
        this.intercept = fitted.intercept();
        var sample = new LogisticLine(
                slope.toOptional().orElse(1), intercept.toOptional().orElse(0));
        for (int pair = 0; pair < unit.length; pair++) {
            addToLine(sample, unit[pair], probability[pair], together[pair]);
            addToRange(unit[pair], probability[pair], together[pair]);
        }
    }

    public static int ranges() {
        return EDGES.length - 1;
    }

    public static double from(int range) {
        return EDGES[range];
    }

    public static double to(int range) {
        return EDGES[range + 1];
    }

    /** Pairs of the sample in a range. */
    public long pairs(int range) {
        return inRange[range];
    }

    /** Pairs of the sample under common control. */
    public long together() {
        return together;
    }

    /** Slope, intercept, then predicted and observed of each range. */
    @Override
    public List<Measure> measure(double[] weight) {
        double[] weighted = weighted(weight);
        List<Measure> measures = new ArrayList<>(2 + 2 * ranges());
        addLine(weighted, measures);
        for (int range = 0; range < ranges(); range++) {
            int at = LINE_SUMS + range * RANGE_SUMS;
            String none = "no pair in this range";
            measures.add(Measure.ratio(weighted[at + 1], weighted[at], none));
            measures.add(Measure.ratio(weighted[at + 2], weighted[at], none));
        }
        return measures;
    }

    private double[] weighted(double[] weight) {
        double[] weighted = new double[SUMS];
        for (int unit = 0; unit < weight.length; unit++) {
            if (weight[unit] != 0) {
                for (int sum = 0; sum < SUMS; sum++) {
                    weighted[sum] += weight[unit] * sums[unit * SUMS + sum];
                }
            }
        }
        return weighted;
    }

    private void addLine(double[] weighted, List<Measure> measures) {
        double product = weighted[2] * weighted[3];
        double determinant = product - weighted[4] * weighted[4];
        if (slope instanceof Measure.Undefined || !(determinant > LEAST_VARIATION * product)) {
            Measure none = slope instanceof Measure.Undefined
                    ? slope
                    : Measure.undefined("the pairs drawn do not determine a line");
            measures.add(none);
            measures.add(none);
            return;
        }
        measures.add(moved(slope, (weighted[3] * weighted[0] - weighted[4] * weighted[1]) / determinant));
        measures.add(moved(intercept, (weighted[2] * weighted[1] - weighted[4] * weighted[0]) / determinant));
    }

    private static Measure moved(Measure measure, double move) {
        return measure instanceof Measure.Value(double value) ? Measure.of(value + move) : measure;
    }

    private void addToLine(LogisticLine sample, int unit, float probability, boolean together) {
        double x = logOdds(probability);
        double predicted = LogisticLine.probability(sample.at(x));
        double error = (together ? 1 : 0) - predicted;
        double curvature = predicted * (1 - predicted);
        int at = unit * SUMS;
        sums[at] += x * error;
        sums[at + 1] += error;
        sums[at + 2] += x * x * curvature;
        sums[at + 3] += curvature;
        sums[at + 4] += x * curvature;
    }

    private void addToRange(int unit, float probability, boolean together) {
        for (int range = ranges() - 1; range >= 0; range--) {
            if (probability >= (float) EDGES[range]) {
                inRange[range]++;
                int at = unit * SUMS + LINE_SUMS + range * RANGE_SUMS;
                sums[at]++;
                sums[at + 1] += probability;
                sums[at + 2] += together ? 1 : 0;
                return;
            }
        }
    }

    private static double logOdds(float probability) {
        double inside = Math.clamp(
                (double) probability, CalibrationLine.NEAREST_TO_CERTAIN, 1 - CalibrationLine.NEAREST_TO_CERTAIN);
        return StrictMath.log(inside / (1 - inside));
    }

    private CalibrationLine fit(float[] probability, boolean[] truth) {
        String why = probability.length == 0
                ? "no pair of scored accounts was weighed"
                : together == 0
                        ? "no pair that was weighed is under common control"
                        : together == probability.length ? "every pair that was weighed is under common control" : "";
        if (!why.isEmpty()) {
            return none(why);
        }
        double[] score = new double[probability.length];
        for (int pair = 0; pair < score.length; pair++) {
            score[pair] = probability[pair];
        }
        CalibrationLine fitted =
                CalibrationLine.of(RankedScores.of(score, truth).tally());
        return fitted.slope() instanceof Measure.Undefined
                ? none("probabilities are all equal, or one divides the pairs by truth: no finite line is the best")
                : fitted;
    }

    private static CalibrationLine none(String why) {
        Measure none = Measure.undefined(why);
        return new CalibrationLine(none, none, none);
    }

    private static long count(boolean[] flags) {
        long count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}

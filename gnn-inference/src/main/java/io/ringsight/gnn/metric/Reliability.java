package io.ringsight.gnn.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether probabilities come true. */
public final class Reliability {
    /** Edges of the ranges people decide by: leave alone, look at, probably, nearly certain. */
    private static final double[] DECISIONS = {0, 0.1, 0.5, 0.8, 1};

    private static final double[] TENTHS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};

    private Reliability() {}

    /** Observed against predicted in 0 to 0.1, to 0.5, to 0.8, to 1. */
    public static List<ScoreRange> decisionRanges(Tally tally) {
        return ranges(tally, DECISIONS);
    }

    /**
     * The reliability curve, in ten equal ranges. A. H. Murphy, R. L. Winkler: Reliability of subjective probability forecasts,
     * Applied Statistics 26 (1977), doi:10.2307/2346866.
     */
    public static List<ScoreRange> curve(Tally tally) {
        return ranges(tally, TENTHS);
    }

    /**
     * Expected calibration error over ten equal ranges. M. P. Naeini, G. F. Cooper, M. Hauskrecht: Obtaining well calibrated
     * probabilities using Bayesian binning, AAAI 2015. To report, not to decide by: where positives are rare the constant
     * prior scores well on it.
     */
    public static Measure expectedCalibrationError(Tally tally) {
        Bins bins = new Bins(tally, TENTHS);
        double error = 0;
        for (int bin = 0; bin < bins.weight.length; bin++) {
            error += Math.abs(bins.positives[bin] - bins.predicted[bin]);
        }
        return Measure.ratio(error, tally.total(), tally.missingClass());
    }

    /**
     * Mean squared difference of probability and outcome. G. W. Brier: Verification of forecasts expressed in terms of
     * probability, Monthly Weather Review 78 (1950).
     */
    public static Measure brierScore(Tally tally) {
        double sum = 0;
        for (int step = 0; step < tally.steps(); step++) {
            double probability = tally.probability(step);
            sum += tally.positives(step) * (1 - probability) * (1 - probability)
                    + tally.negatives(step) * probability * probability;
        }
        return Measure.ratio(sum, tally.total(), tally.missingClass());
    }

    private static List<ScoreRange> ranges(Tally tally, double[] edges) {
        Bins bins = new Bins(tally, edges);
        var ranges = new ArrayList<ScoreRange>();
        for (int bin = 0; bin < bins.weight.length; bin++) {
            double weight = bins.weight[bin];
            String none = "no account in this range";
            ranges.add(new ScoreRange(
                    edges[bin],
                    edges[bin + 1],
                    weight,
                    Measure.ratio(bins.predicted[bin], weight, none),
                    Measure.ratio(bins.positives[bin], weight, none),
                    weight > 0 ? Optional.of(Interval.wilson(bins.positives[bin], weight)) : Optional.empty()));
        }
        return ranges;
    }

    private static final class Bins {
        private final double[] weight;
        private final double[] predicted;
        private final double[] positives;

        Bins(Tally tally, double[] edges) {
            weight = new double[edges.length - 1];
            predicted = new double[weight.length];
            positives = new double[weight.length];
            for (int step = 0; step < tally.steps(); step++) {
                double probability = tally.probability(step);
                int at = Arrays.binarySearch(edges, probability);
                int bin = Math.min(at < 0 ? -at - 2 : at, weight.length - 1);
                double here = tally.positives(step) + tally.negatives(step);
                weight[bin] += here;
                predicted[bin] += here * probability;
                positives[bin] += tally.positives(step);
            }
        }
    }
}

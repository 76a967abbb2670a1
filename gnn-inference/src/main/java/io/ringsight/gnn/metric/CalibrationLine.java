package io.ringsight.gnn.metric;

/**
 * Whether probabilities are too bold or too timid, and too high or too low. D. R. Cox: Two further applications of a model for
 * binary regression, Biometrika 45 (1958), doi:10.1093/biomet/45.3-4.562; how to read it: B. Van Calster and others: A
 * calibration hierarchy for risk models was defined, Journal of Clinical Epidemiology 74 (2016),
 * doi:10.1016/j.jclinepi.2015.12.005.
 *
 * @param slope of the outcome's log odds on the log odds of the prediction; 1 is right, below is too bold, above too timid
 * @param intercept of that same line
 * @param inTheLarge intercept when the slope is held at 1; 0 is right, below 0 predictions are too high on the whole
 */
public record CalibrationLine(Measure slope, Measure intercept, Measure inTheLarge) {
    /** Predictions are kept this far from 0 and 1, where log odds are infinite. */
    public static final double NEAREST_TO_CERTAIN = 1e-6;

    /** @param tally of probabilities */
    public static CalibrationLine of(Tally tally) {
        String missing = tally.missingClass();
        if (!missing.isEmpty()) {
            Measure none = Measure.undefined(missing);
            return new CalibrationLine(none, none, none);
        }
        double[] x = logOdds(tally);
        double[] positives = tally.positiveWeights();
        double[] negatives = tally.negativeWeights();
        Measure inTheLarge = Measure.of(LogisticLine.fitIntercept(x, positives, negatives));
        String why = whyNoLine(tally);
        if (!why.isEmpty()) {
            return new CalibrationLine(Measure.undefined(why), Measure.undefined(why), inTheLarge);
        }
        LogisticLine line = LogisticLine.fit(x, positives, negatives);
        return new CalibrationLine(Measure.of(line.slope()), Measure.of(line.intercept()), inTheLarge);
    }

    static double[] logOdds(Tally tally) {
        double[] logOdds = new double[tally.steps()];
        for (int step = 0; step < logOdds.length; step++) {
            double probability = Math.clamp(tally.probability(step), NEAREST_TO_CERTAIN, 1 - NEAREST_TO_CERTAIN);
            logOdds[step] = StrictMath.log(probability / (1 - probability));
        }
        return logOdds;
    }

    /** A best line is finite only when some positive lies below some negative and some above. */
    private static String whyNoLine(Tally tally) {
        int highestPositive = tally.steps();
        int lowestPositive = -1;
        int highestNegative = tally.steps();
        int lowestNegative = -1;
        for (int step = 0; step < tally.steps(); step++) {
            if (tally.positives(step) > 0) {
                highestPositive = Math.min(highestPositive, step);
                lowestPositive = step;
            }
            if (tally.negatives(step) > 0) {
                highestNegative = Math.min(highestNegative, step);
                lowestNegative = step;
            }
        }
        if (highestPositive == lowestNegative && highestNegative == lowestPositive) {
            return "all scores are equal";
        }
        boolean overlap = lowestPositive > highestNegative && lowestNegative > highestPositive;
        return overlap ? "" : "a score divides fraudulent from honest accounts, so no finite line is the best";
    }
}

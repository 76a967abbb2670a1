package io.ringsight.gnn.metric;

import io.ringsight.gnn.metric.Measure.Value;

/**
 * The {@link CalibrationLine} of replicates, by one Newton step from the sample's: a pass without a logarithm. L. H. Moulton,
 * S. L. Zeger: Bootstrapping generalized linear models, Computational Statistics and Data Analysis 11 (1991).
 * Undefined for every replicate when it is for the sample. Immutable, thread-safe.
 */
public final class OneStepCalibration {
    private final CalibrationLine sample;
    private final double[] logOdds;
    private final double[] onLine;
    private final double[] inTheLarge;

    /** @param sample of probabilities; replicates are tallies of the same {@link RankedScores} */
    public OneStepCalibration(Tally sample) {
        this.sample = CalibrationLine.of(sample);
        this.logOdds = CalibrationLine.logOdds(sample);
        this.onLine = new double[logOdds.length];
        this.inTheLarge = new double[logOdds.length];
        double slope = this.sample.slope().toOptional().orElse(1);
        double intercept = this.sample.intercept().toOptional().orElse(0);
        double shift = this.sample.inTheLarge().toOptional().orElse(0);
        for (int step = 0; step < logOdds.length; step++) {
            onLine[step] = LogisticLine.probability(slope * logOdds[step] + intercept);
            inTheLarge[step] = LogisticLine.probability(logOdds[step] + shift);
        }
    }

    public CalibrationLine sample() {
        return sample;
    }

    public CalibrationLine of(Tally replicate) {
        if (!replicate.missingClass().isEmpty()) {
            return CalibrationLine.of(replicate);
        }
        var line = new NewtonStep.Sums();
        var level = new NewtonStep.Sums();
        for (int step = 0; step < logOdds.length; step++) {
            double positives = replicate.positives(step);
            double weight = positives + replicate.negatives(step);
            if (weight > 0) {
                line.add(logOdds[step], positives, weight, onLine[step]);
                level.add(logOdds[step], positives, weight, inTheLarge[step]);
            }
        }
        LogisticLine move = line.step();
        return new CalibrationLine(
                moved(sample.slope(), move.slope()),
                moved(sample.intercept(), move.intercept()),
                moved(sample.inTheLarge(), level.interceptStep()));
    }

    private static Measure moved(Measure measure, double move) {
        return measure instanceof Value(double value) && Double.isFinite(move) ? Measure.of(value + move) : measure;
    }
}

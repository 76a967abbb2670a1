package io.ringsight.gnn.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The measures of a sample and of its replicates. Intervals are percentile intervals (B. Efron, R. J. Tibshirani: An
 * Introduction to the Bootstrap (1993), chapter 13) at {@link Interval#LEVEL}. Immutable.
 */
public final class Replicates {
    /** An interval needs this share of the replicates to have a value. */
    private static final double LEAST_DEFINED = 0.95;

    private final Resampling resampling;
    private final long seed;
    private final List<Measure> sample;
    private final double[][] values; // double[replicates][measures], NaN when undefined

    Replicates(Resampling resampling, long seed, List<Measure> sample, double[][] values) {
        this.resampling = resampling;
        this.seed = seed;
        this.sample = List.copyOf(sample);
        this.values = values;
    }

    /** One a measure, in the order of the {@link Statistics}. */
    public List<Estimate> estimates() {
        return IntStream.range(0, sample.size()).mapToObj(this::estimate).toList();
    }

    public Estimate estimate(int measure) {
        return estimate(sample.get(measure), column(measure));
    }

    /** This minus the other, replicate by replicate: how much better, and how sure. */
    public Estimate difference(Replicates other, int measure) {
        if (other.resampling != resampling || other.seed != seed || other.values.length != values.length) {
            throw new IllegalArgumentException("Only what was measured on the same replicates is compared in pairs.");
        }
        double[] mine = column(measure);
        double[] theirs = other.column(measure);
        Arrays.setAll(mine, r -> mine[r] - theirs[r]);
        return estimate(sample.get(measure).minus(other.sample.get(measure)), mine);
    }

    /** What each draw said, double[1 + replicates]: the sample itself first; NaN where it is undefined. */
    public double[] draws(int measure) {
        double[] draws = new double[1 + values.length];
        draws[0] = sample.get(measure).toOptional().orElse(Double.NaN);
        System.arraycopy(column(measure), 0, draws, 1, values.length);
        return draws;
    }

    private double[] column(int measure) {
        return Arrays.stream(values).mapToDouble(row -> row[measure]).toArray();
    }

    static Estimate estimate(Measure measure, double[] replicates) {
        double[] sorted =
                Arrays.stream(replicates).filter(Double::isFinite).sorted().toArray();
        if (measure.toOptional().isEmpty() || sorted.length < LEAST_DEFINED * replicates.length) {
            return Estimate.of(measure);
        }
        double tail = (1 - Interval.LEVEL) / 2;
        return new Estimate(
                measure, Optional.of(new Interval(Quantile.of(sorted, tail), Quantile.of(sorted, 1 - tail))));
    }
}

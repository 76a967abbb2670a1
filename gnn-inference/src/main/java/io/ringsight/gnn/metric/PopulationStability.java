package io.ringsight.gnn.metric;

import java.util.Arrays;

/**
 * How far a distribution has moved between two periods: the population stability index, a symmetric Kullback-Leibler divergence
 * of shares in bins (S. Kullback, R. A. Leibler: On information and sufficiency, 1951; B. Yurdakul: Statistical properties of
 * population stability index, 2018). Without any drift its expectation is about (bins - 1) (1/n + 1/m) for periods of n and m
 * values: small periods move by chance.
 *
 * @param index at least 0; undefined when a period is empty
 * @param bins that were compared, the one of missing values included
 */
public record PopulationStability(Measure index, int bins) {
    /** From here on somebody should look. */
    public static final double WARNING = 0.1;

    /** From here on the two are different populations. */
    public static final double ALARM = 0.25;

    /** How much the index should worry. */
    public enum Level {
        STABLE,
        WARNING,
        ALARM,
        UNKNOWN
    }

    public Level level() {
        return switch (index) {
            case Measure.Undefined _ -> Level.UNKNOWN;
            case Measure.Value(double value) when value >= ALARM -> Level.ALARM;
            case Measure.Value(double value) when value >= WARNING -> Level.WARNING;
            case Measure.Value _ -> Level.STABLE;
        };
    }

    /**
     * Of numbers, in bins that each hold an equal share of the reference as far as ties allow. NaN is a missing value and has a
     * bin of its own.
     *
     * @param bins at least 2; 10 is the custom
     */
    public static PopulationStability of(double[] reference, double[] current, int bins) {
        double[] edges = edges(reference, bins);
        double[] before = counts(reference, edges);
        double[] after = counts(current, edges);
        return ofCounts(before, after);
    }

    /**
     * Of categories. Every bin that either period has counts half an observation more than it holds, so that an empty one
     * costs no infinity.
     *
     * @param reference how many of each category
     * @param current how many of each, in the same order
     */
    public static PopulationStability ofCounts(double[] reference, double[] current) {
        int bins = 0;
        double before = 0;
        double after = 0;
        for (int bin = 0; bin < reference.length; bin++) {
            bins += reference[bin] > 0 || current[bin] > 0 ? 1 : 0;
            before += reference[bin];
            after += current[bin];
        }
        if (before == 0 || after == 0) {
            String empty = before == 0 ? "the reference period is empty" : "the current period is empty";
            return new PopulationStability(Measure.undefined(empty), bins);
        }
        double index = 0;
        for (int bin = 0; bin < reference.length; bin++) {
            if (reference[bin] > 0 || current[bin] > 0) {
                double expected = (reference[bin] + 0.5) / (before + 0.5 * bins);
                double actual = (current[bin] + 0.5) / (after + 0.5 * bins);
                index += (actual - expected) * Math.log(actual / expected);
            }
        }
        return new PopulationStability(Measure.of(index), bins);
    }

    /** Ascending, distinct: a value belongs to the bin of the first edge that it does not exceed, or else to the last bin. */
    private static double[] edges(double[] reference, int bins) {
        double[] sorted = Arrays.stream(reference)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new double[0];
        }
        double[] edges = new double[bins - 1];
        for (int edge = 1; edge < bins; edge++) {
            int place = (int) Math.ceil((double) edge * sorted.length / bins) - 1;
            edges[edge - 1] = sorted[Math.max(place, 0)];
        }
        return Arrays.stream(edges).distinct().toArray();
    }

    /** How many in each bin, the missing ones last. */
    private static double[] counts(double[] values, double[] edges) {
        double[] counts = new double[edges.length + 2];
        for (double value : values) {
            int at = Double.isNaN(value) ? edges.length + 1 : Arrays.binarySearch(edges, value + 0.0);
            counts[at < 0 ? -at - 1 : at]++;
        }
        return counts;
    }
}

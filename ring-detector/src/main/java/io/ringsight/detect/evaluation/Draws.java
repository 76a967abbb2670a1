package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.Replicates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a contender scored in each draw of a population, so that several populations can be pooled.
 *
 * @param of double[1 + replicates] by metric: the population itself first; NaN where it is undefined; arrays are not copied
 */
public record Draws(Map<Metric, double[]> of) {
    /** What pools are asked about. */
    public static final List<Metric> METRICS =
            List.of(Metric.AUPRC, Metric.RECALL_AT_0_5_PERCENT, Metric.CALIBRATION_SLOPE, Metric.RING_B_CUBED_F1);

    public Draws {
        of = Map.copyOf(of);
    }

    static Draws of(Replicates replicates) {
        Map<Metric, double[]> draws = new EnumMap<>(Metric.class);
        METRICS.forEach(metric -> draws.put(metric, replicates.draws(metric.ordinal())));
        return new Draws(draws);
    }
}

package io.ringsight.gnn.metric;

import java.util.Optional;

/**
 * A measure and how sure it is.
 *
 * @param interval at {@link Interval#LEVEL}; empty when the measure is undefined, or was in too many replicates
 */
public record Estimate(Measure measure, Optional<Interval> interval) {
    /** Without an interval. */
    public static Estimate of(Measure measure) {
        return new Estimate(measure, Optional.empty());
    }
}

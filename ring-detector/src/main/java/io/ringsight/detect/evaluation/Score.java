package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Measure;

/**
 * One figure of a table.
 *
 * @param estimate value and interval, or why there is none
 * @param shareOfOracle the value divided by the oracle's; undefined where that says nothing
 */
public record Score(Estimate estimate, Measure shareOfOracle) {
    public Measure measure() {
        return estimate.measure();
    }
}

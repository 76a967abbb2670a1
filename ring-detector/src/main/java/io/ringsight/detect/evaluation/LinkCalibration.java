package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.Estimate;
import java.util.List;

/**
 * Whether the probabilities of common control come true, over all pairs of scored accounts that a contender weighed.
 *
 * @param pairs how many
 * @param together of them, those under common control
 * @param slope of the truth's log odds on the predicted log odds; 1 is right, below is too bold
 * @param intercept of that line; 0 is right
 * @param ranges observed against predicted, in the ranges people decide by
 */
public record LinkCalibration(long pairs, long together, Estimate slope, Estimate intercept, List<PairRange> ranges) {
    public LinkCalibration {
        ranges = List.copyOf(ranges);
    }
}

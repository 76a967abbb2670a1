package io.ringsight.gnn.training;

import io.ringsight.gnn.model.GraphModel;
import java.util.List;

/**
 * What came of a training.
 *
 * @param curve one point an epoch, in order
 */
public record TrainingResult(GraphModel model, List<LearningPoint> curve) {
    public TrainingResult {
        curve = List.copyOf(curve);
    }
}

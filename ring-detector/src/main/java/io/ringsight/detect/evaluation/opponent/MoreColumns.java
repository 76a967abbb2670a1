package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;

/** What somebody else says of the accounts of a snapshot, without labels. */
public interface MoreColumns {
    /**
     * @param graph the snapshot of the training, or a judged one
     * @param data of the training
     * @return by account number; names that the aggregates do not have
     */
    FeatureTable of(IdentityGraph graph, TrainingData data, Progress progress);
}

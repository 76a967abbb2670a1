package io.ringsight.detect.evaluation;

import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountTruth;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;

/**
 * What an evaluation runs on.
 *
 * @param graph the snapshot of everything
 * @param truths at most one an account; may speak of accounts that the graph lacks
 * @param labels all there are, also those learned after the training
 */
public record EvaluationData(IdentityGraph graph, List<AccountTruth> truths, List<AccountLabel> labels) {
    public EvaluationData {
        truths = List.copyOf(truths);
        labels = List.copyOf(labels);
    }
}

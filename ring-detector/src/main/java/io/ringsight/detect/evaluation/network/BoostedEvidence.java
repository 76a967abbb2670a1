package io.ringsight.detect.evaluation.network;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.opponent.Opponents;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.network.EvidencedView;
import io.ringsight.gnn.graph.AccountTable;

/** The control of the network: the boosted opponent, given the network's columns too, so that all it lacks is the network. */
public final class BoostedEvidence {
    public static final String NAME = "boosted-evidence";

    private BoostedEvidence() {}

    /** @param detection of which prior, seed and time are those of the training */
    public static Contender of(DetectionParameters detection, ComponentEngine engine) {
        return Opponents.boosted(NAME, (graph, data, progress) -> {
            var told = detection.withPrior(data.prior()).withSeed(data.seed()).withAsOf(data.asOf());
            return features(
                    EvidencedView.of(graph, told, engine, progress).view().accounts());
        });
    }

    static FeatureTable features(AccountTable table) {
        return new FeatureTable(
                table.names().stream().map(name -> "network_" + name).toList(),
                table.columns().toArray(float[][]::new));
    }
}

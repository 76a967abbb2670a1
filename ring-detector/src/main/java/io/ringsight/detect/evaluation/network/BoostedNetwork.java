package io.ringsight.detect.evaluation.network;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.opponent.KnownLabels;
import io.ringsight.detect.evaluation.opponent.MoreColumns;
import io.ringsight.detect.evaluation.opponent.Opponents;
import io.ringsight.detect.risk.network.CrossFitting;
import io.ringsight.detect.risk.network.EvidencedView;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.ingest.progress.Progress;
import java.util.List;

/**
 * {@link BoostedEvidence} with what networks say of each account, out of fold, and nothing else: what it is better by is what the network is
 * worth. Thread-safe, but one training at a time.
 */
public final class BoostedNetwork implements Contender {
    public static final String NAME = "boosted-network";

    private final NetworkParameters parameters;
    private final DetectionParameters detection;
    private final ComponentEngine engine;
    private final TorchSettings settings;

    /** @param detection of which prior, seed and time are those of the training */
    public BoostedNetwork(
            NetworkParameters parameters,
            DetectionParameters detection,
            ComponentEngine engine,
            TorchSettings settings) {
        this.parameters = parameters;
        this.detection = detection;
        this.engine = engine;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Judge train(TrainingData data, Progress progress) {
        // Before the long work: a booster says why it cannot be trained.
        KnownLabels.of(data.graph(), data.labels()).atLeast(TrainingParameters.LEAST_LABELS);
        var told = detection.withPrior(data.prior()).withSeed(data.seed()).withAsOf(data.asOf());
        List<EvidencedView> views =
                EvidencedView.until(data.graph(), data.asOf(), parameters.views(), told, engine, progress);
        var fitted = new CrossFitting(views, parameters, settings, data.seed(), progress).run(data.labels());
        GraphView last = views.getLast().view();
        MoreColumns more = (graph, of, watching) -> {
            if (graph == of.graph()) {
                return BoostedEvidence.features(last.accounts().with(fitted.outOfFold()));
            }
            GraphView view = EvidencedView.of(graph, told, engine, watching).view();
            AccountTable said = fitted.columns().of(view, watching);
            return BoostedEvidence.features(view.accounts().with(said));
        };
        return Opponents.boosted(NAME, more).train(data, progress);
    }
}

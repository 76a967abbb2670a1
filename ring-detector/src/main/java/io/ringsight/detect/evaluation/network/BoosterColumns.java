package io.ringsight.detect.evaluation.network;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.opponent.Opponents;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.network.CrossFitting;
import io.ringsight.detect.risk.network.EvidencedView;
import io.ringsight.detect.risk.network.NetworkColumns;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Boosters that are given what evidence says of accounts, and the same with what networks say beside it: what those are better by is what
 * the network is worth. Views and networks of the newest training, and the view judged last, are kept, so that several contenders cost
 * them once. Thread-safe, one at a time.
 */
public final class BoosterColumns {
    /** Of boosters that choose their parameters as the boosted opponent does. */
    public static final String BOOSTED_EVIDENCE = "boosted-evidence";

    public static final String BOOSTED_NETWORK = "boosted-network";

    /** Of boosters whose parameters are given. */
    public static final String STEADY_EVIDENCE = "steady-evidence";

    /** Here the network has, beside its column, an equal say. */
    public static final String STEADY_NETWORK = "steady-network";

    public static final List<String> NAMES =
            List.of(BOOSTED_EVIDENCE, BOOSTED_NETWORK, STEADY_EVIDENCE, STEADY_NETWORK);

    private static final String PREFIX = "network_";

    private final NetworkParameters parameters;
    private final DetectionParameters detection;
    private final ComponentEngine engine;
    private final TorchSettings settings;
    private @Nullable Trained trained;
    private @Nullable EvidencedView judged;

    /** @param detection of which prior, seed and time are those of the training */
    public BoosterColumns(
            NetworkParameters parameters,
            DetectionParameters detection,
            ComponentEngine engine,
            TorchSettings settings) {
        this.parameters = parameters;
        this.detection = detection;
        this.engine = engine;
        this.settings = settings;
    }

    /** @param name one of {@link #NAMES} */
    public Contender contender(String name) {
        return switch (name) {
            case BOOSTED_EVIDENCE -> Opponents.boosted(name, this::evidence);
            case BOOSTED_NETWORK -> Opponents.boosted(name, this::network);
            case STEADY_EVIDENCE -> Opponents.steady(name, this::evidence, Optional.empty());
            case STEADY_NETWORK -> Opponents.steady(name, this::network, Optional.of(PREFIX + NetworkColumns.RISK));
            default -> throw new IllegalArgumentException("There is no booster '" + name + "' with columns of others.");
        };
    }

    private record Trained(TrainingData data, EvidencedView last, CrossFitting.Fitted fitted) {}

    private synchronized FeatureTable evidence(IdentityGraph graph, TrainingData data, Progress progress) {
        Trained of = trained;
        if (graph == data.graph() && of != null && of.data == data) {
            return features(of.last.view().accounts());
        }
        return features(view(graph, data, progress).view().accounts());
    }

    private synchronized FeatureTable network(IdentityGraph graph, TrainingData data, Progress progress) {
        Trained of = trained(data, progress);
        if (graph == data.graph()) {
            return features(of.last.view().accounts().with(of.fitted.outOfFold()));
        }
        var view = view(graph, data, progress).view();
        return features(view.accounts().with(of.fitted.columns().of(view, progress)));
    }

    private Trained trained(TrainingData data, Progress progress) {
        Trained of = trained;
        if (of == null || of.data != data) {
            List<EvidencedView> views =
                    EvidencedView.until(data.graph(), data.asOf(), parameters.views(), told(data), engine, progress);
            var fitting = new CrossFitting(views, parameters, settings, data.seed(), Optional.empty(), progress);
            of = new Trained(data, views.getLast(), fitting.run(data.labels()));
            trained = of;
        }
        return of;
    }

    private EvidencedView view(IdentityGraph graph, TrainingData data, Progress progress) {
        EvidencedView of = judged;
        if (of == null || of.snapshot() != graph) {
            of = EvidencedView.of(graph, told(data), engine, progress);
            judged = of;
        }
        return of;
    }

    private DetectionParameters told(TrainingData data) {
        return detection.withPrior(data.prior()).withSeed(data.seed()).withAsOf(data.asOf());
    }

    private static FeatureTable features(AccountTable table) {
        return new FeatureTable(
                table.names().stream().map(name -> PREFIX + name).toList(),
                table.columns().toArray(float[][]::new));
    }
}

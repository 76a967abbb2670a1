package io.ringsight.detect.evaluation.network;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.Product;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evaluation.opponent.KnownLabels;
import io.ringsight.detect.risk.network.EvidencedView;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.detect.risk.network.NetworkRisk;
import io.ringsight.detect.risk.network.NetworkTraining;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.LabelColumns;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;

/**
 * The product with the graph network on top of its evidence: rings and links are the product's, the risk of an account is the
 * network's. It learns from the labels known at the training, or without any from what evidence found by then. What evidence fits
 * without labels it fits to the judged snapshot, as the product does; the network stays that of the training. Thread-safe, but one
 * training at a time.
 */
public final class NetworkContender implements Contender {
    public static final String NAME = "network";

    private final NetworkParameters parameters;
    private final DetectionParameters detection;
    private final ComponentEngine engine;
    private final TorchSettings settings;

    /** @param detection of which prior, seed and time are those of the training */
    public NetworkContender(
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
        var told = detection.withPrior(data.prior()).withSeed(data.seed()).withAsOf(data.asOf());
        List<EvidencedView> views =
                EvidencedView.until(data.graph(), data.asOf(), parameters.views(), told, engine, progress);
        var training = new NetworkTraining(views, parameters, settings, data.seed(), progress);
        NetworkRisk network = risk(training, data);
        Judge product = new Product(detection, engine, Optional.empty()).train(data, progress);
        return (graph, watching) -> {
            var view = EvidencedView.of(graph, told, engine, watching);
            byte[] known = LabelColumns.of(graph, data.labels()).verdict();
            double[] risk = network.of(view.view(), known, watching);
            return withRisk(product.judge(graph, watching), graph, risk);
        };
    }

    private static NetworkRisk risk(NetworkTraining training, TrainingData data) {
        List<AccountLabel> labels = data.labels();
        if (labels.isEmpty()) {
            return training.taughtByEvidence(data.prior());
        }
        return training.supervised(labels, KnownLabels.of(data.graph(), labels).prior(data));
    }

    private static Verdicts withRisk(Verdicts product, IdentityGraph graph, double[] risk) {
        double[] byRank = new double[risk.length];
        for (int rank = 0; rank < byRank.length; rank++) {
            byRank[rank] = risk[graph.accountByRank(rank)];
        }
        return new Verdicts(
                NAME,
                product.accountIds(),
                byRank,
                true,
                product.ring(),
                product.ringRisk(),
                true,
                product.links(),
                product.candidates());
    }
}

package io.ringsight.detect.registry;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.ModelVersion;
import io.ringsight.detect.Snapshots;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.detect.risk.learned.HeldOut;
import io.ringsight.detect.risk.learned.LearnedRisk;
import io.ringsight.detect.risk.learned.NetworkFolds;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.detect.risk.network.ApplicantTraining;
import io.ringsight.detect.risk.network.CrossFitting;
import io.ringsight.detect.risk.network.EvidencedView;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.LearningPoint;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * From labels to a candidate: what a detection finds in a snapshot, the trees that learn from it, and how they would have done on the
 * labelled accounts created last, against who stands. Same snapshot, labels and seed: same bytes on CPU.
 */
public final class ModelTraining {
    private static final long APPLICANTS = 1_000; // beyond the numbers of networks of folds

    private final DetectionParameters parameters;
    private final ComponentEngine engine;
    private final Optional<Networks> networks;
    private final Progress progress;

    /**
     * Graph networks beside the trees.
     *
     * @param settings where they are computed
     * @param checkpoints folder from whose files a training that was stopped goes on
     */
    public record Networks(NetworkParameters parameters, TorchSettings settings, Optional<Path> checkpoints) {}

    /**
     * A candidate, with how its networks came to be.
     *
     * @param curves of each network, fold by fold; empty without networks
     */
    public record Trained(ModelBundle bundle, List<List<LearningPoint>> curves) {
        public Trained {
            curves = List.copyOf(curves);
        }
    }

    /** @param networks empty for none */
    public ModelTraining(
            DetectionParameters parameters, ComponentEngine engine, Optional<Networks> networks, Progress progress) {
        this.parameters = parameters;
        this.engine = engine;
        this.networks = networks;
        this.progress = progress;
    }

    /**
     * @param champion who stands; empty for evidence alone
     * @throws RingsightException INPUT_MALFORMED when there are too few labels
     */
    public Trained train(IdentityGraph snapshot, List<AccountLabel> labels, Optional<TrainedModel> champion) {
        List<AccountLabel> known = labels.stream()
                .filter(label -> label.labelledAt() <= parameters.asOf())
                .toList();
        var found = new AtomicReference<Findings>();
        new DetectionRun(parameters, engine, Optional.empty()).run(snapshot, List.of(), progress, found::set);
        Findings findings = Objects.requireNonNull(found.get());
        var table = RiskTable.of(findings, known, parameters.prior(), progress);
        int fraud = count(table.labels(), 1);
        int legit = count(table.labels(), -1);
        int least = parameters.risk().leastToLearn();
        var curves = new ArrayList<List<LearningPoint>>();
        LearnedRisk.Training training = LearnedRisk.train(
                        table,
                        () -> networks(snapshot, known, curves),
                        least,
                        parameters.prior(),
                        parameters.seed(),
                        progress)
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        "Of the accounts in the snapshot " + fraud + " are labelled fraud and " + legit
                                + " legit; it takes " + least + " of each, of both some among those created last.",
                        "Maybe bring more in with `labels`; until then risk rests on evidence."));
        var model = new TrainedModel(BundleFile.id(training.risk()), training.risk());
        var origin = new ModelBundle.Origin(
                Snapshots.name(snapshot),
                ModelVersion.RULES,
                Math.min(parameters.asOf(), snapshot.newestTime()),
                parameters.seed(),
                fraud,
                legit,
                training.held().trees());
        return new Trained(new ModelBundle(model, origin, rivalry(table, training.held(), champion)), curves);
    }

    private LearnedRisk.Networks.Taught networks(
            IdentityGraph snapshot, List<AccountLabel> labels, List<List<LearningPoint>> curves) {
        if (networks.isEmpty()) {
            return LearnedRisk.Networks.NONE.teach();
        }
        Networks asked = networks.get();
        List<EvidencedView> views = EvidencedView.until(
                snapshot, snapshot.newestTime(), asked.parameters().views(), parameters, engine, progress);
        var fitting = new CrossFitting(
                views, asked.parameters(), asked.settings(), parameters.seed(), asked.checkpoints(), progress);
        CrossFitting.Fitted fitted = fitting.run(labels);
        curves.addAll(fitted.curves());
        var training = asked.parameters().training().withSeed(AccountOrder.mix(parameters.seed() + APPLICANTS));
        var applicants = new ApplicantTraining(views, training, asked.settings(), progress);
        return new LearnedRisk.Networks.Taught(
                new NetworkFolds(fitted.columns().models(), asked.settings()),
                applicants.run(labels, parameters.prior()));
    }

    private Rivalry rivalry(RiskTable table, HeldOut held, Optional<TrainedModel> champion) {
        Findings findings = table.findings();
        AccountOrder order = findings.order();
        byte[] before = table.labels().clone();
        for (int account : held.accounts()) {
            before[account] = 0;
        }
        double[] incumbent =
                champion.map(model -> model.bits(table, before, progress)).orElseGet(findings::evidenceBits);
        int[] ringByRank = findings.ringByRank();
        int[] accounts = held.accounts();
        boolean[] fraud = new boolean[accounts.length];
        for (int i = 0; i < fraud.length; i++) {
            fraud[i] = table.labels()[accounts[i]] > 0;
        }
        return new Rivalry(
                champion.map(TrainedModel::id).orElse(Rivalry.EVIDENCE),
                fraud,
                Arrays.stream(accounts)
                        .mapToLong(account -> group(order.rank(account), ringByRank))
                        .toArray(),
                held.bits(),
                Arrays.stream(accounts).mapToDouble(a -> incumbent[a]).toArray());
    }

    /** Of its ring, or of itself alone. */
    private static long group(int rank, int[] ringByRank) {
        return ringByRank[rank] >= 0 ? -1L - ringByRank[rank] : rank;
    }

    private static int count(byte[] labels, int label) {
        return (int) IntStream.range(0, labels.length)
                .filter(account -> labels[account] == label)
                .count();
    }
}

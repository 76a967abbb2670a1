package io.ringsight.detect.risk.learned;

import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.learner.TimeSplit;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What labels taught about risk. Immutable, thread-safe.
 *
 * @param accounts the risk of an account
 * @param rings the risk of a ring as a whole; empty when too few members of rings had a label: then evidence and labels say it
 * @param folds of the accounts that taught
 * @param networks beside the trees
 * @param applicants the network that judges applicants whom no snapshot holds; empty where networks were not taught
 * @param prior share of fraud among the accounts to be judged
 */
public record LearnedRisk(
        AccountModel accounts,
        Optional<RingModel> rings,
        Folds folds,
        NetworkFolds networks,
        Optional<ApplicantModel> applicants,
        double prior) {

    /** Teaches networks beside the trees, once it is known that there are labels enough. */
    @FunctionalInterface
    public interface Networks {
        Networks NONE = () -> new Taught(NetworkFolds.NONE, Optional.empty());

        Taught teach();

        /** For accounts of snapshots, and for applicants. */
        record Taught(NetworkFolds folds, Optional<ApplicantModel> applicants) {}
    }

    /** What networks say of the accounts of a table; see {@link NetworkFolds#bits}. */
    double[] network(RiskTable table, byte[] fold, Progress progress) {
        return networks.bits(table.view(), fold, progress);
    }

    /** The same, its networks computed there. */
    public LearnedRisk on(TorchSettings settings) {
        return new LearnedRisk(accounts, rings, folds, networks.on(settings), applicants, prior);
    }

    /** What was learned, and how well it would have done out of time. */
    public record Training(LearnedRisk risk, HeldOut held) {}

    /** Columns that a snapshot has to have. */
    public List<String> columns() {
        return accounts.columns();
    }

    /** Whether there can be so many labelled accounts of each class: a cheap look before a table is made. */
    public static boolean isEnough(List<AccountLabel> labels, int least) {
        long fraud = labels.stream()
                .filter(label -> label.verdict() == AccountLabel.Verdict.FRAUD)
                .count();
        return Math.min(fraud, labels.size() - fraud) >= least;
    }

    /**
     * @param least labelled accounts of each class that it takes
     * @param prior share of fraud among accounts, unless labels prove more; when all have a label, these tell it
     * @return empty when there are too few labels
     * @throws io.ringsight.ingest.error.RingsightException ENGINE_UNAVAILABLE where the boosting library cannot be loaded
     */
    public static Optional<Training> train(
            RiskTable table, Networks networks, int least, double prior, long seed, Progress progress) {
        byte[] labels = table.labels();
        int[] byTime =
                TimeSplit.byTime(table.findings().snapshot(), table.findings().order(), labels);
        long fraud =
                Arrays.stream(byTime).filter(account -> labels[account] > 0).count();
        Optional<TimeSplit> split = TimeSplit.of(byTime, labels);
        if (Math.min(fraud, byTime.length - fraud) < least || split.isEmpty()) {
            return Optional.empty();
        }
        double proven = fraud / (double) labels.length;
        double told = byTime.length == labels.length ? proven : Math.max(prior, proven);
        Folds folds = Folds.of(table.findings(), labels);
        byte[] foldOf = folds.byAccount(table.findings().order());
        FeatureTable all = table.knowing(labels);
        Networks.Taught taught = networks.teach();
        double[] network = taught.folds().bits(table.view(), foldOf, progress);
        AccountModel.Trained trained =
                AccountModel.train(table, all, network, split.get(), folds, told, seed, progress);
        AccountModel accounts = trained.model();
        double[] bits = accounts.bits(table, network, all, foldOf, told);
        var risk = new LearnedRisk(
                accounts, RingModel.train(table, bits, folds, told), folds, taught.folds(), taught.applicants(), told);
        return Optional.of(new Training(risk, trained.held()));
    }
}

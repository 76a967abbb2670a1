package io.ringsight.detect.risk.network;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.risk.learner.GroupFolds;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.LabelColumns;
import io.ringsight.gnn.training.LearningPoint;
import io.ringsight.gnn.training.Trainer;
import io.ringsight.gnn.training.TrainingResult;
import io.ringsight.gnn.training.TrainingView;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Networks for a booster to build on. A booster that is given what a network says of the accounts that the network learned from would
 * trust it too much; so each account is judged by networks that were taught nothing of its fold (D. Wolpert: Stacked generalization,
 * Neural Networks 5, 1992), and a {@linkplain GroupFolds fold} never parts a ring. Accounts that come later are judged by the mean of all
 * of them: each has learned from as many labels as those that judged the training's accounts, so that the scale is the same. Same
 * views, labels and seed: same bytes on CPU.
 */
public final class CrossFitting {
    static final int FOLDS = GroupFolds.COUNT;

    private final List<EvidencedView> views;
    private final NetworkParameters parameters;
    private final TorchSettings settings;
    private final long seed;
    private final Optional<Path> checkpoints;
    private final Progress progress;

    /**
     * @param columns for accounts that come later
     * @param outOfFold the same columns, by account number of the last view, each account judged by the networks that know no label of its fold
     * @param curves of each network, fold by fold
     */
    public record Fitted(NetworkColumns columns, AccountTable outOfFold, List<List<LearningPoint>> curves) {
        public Fitted {
            curves = List.copyOf(curves);
        }
    }

    /**
     * @param views by moment
     * @param parameters of which there are {@code models} a fold
     * @param checkpoints folder in which each network leaves where it is after each epoch, and goes on from what it finds there
     */
    public CrossFitting(
            List<EvidencedView> views,
            NetworkParameters parameters,
            TorchSettings settings,
            long seed,
            Optional<Path> checkpoints,
            Progress progress) {
        this.views = List.copyOf(views);
        this.parameters = parameters;
        this.settings = settings;
        this.seed = seed;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    /**
     * @param labels at most one an account
     * @throws io.ringsight.ingest.error.RingsightException with {@code INPUT_MALFORMED} when a class has too few labels
     */
    public Fitted run(List<AccountLabel> labels) {
        EvidencedView last = views.getLast();
        int[] folds = last.folds();
        double[] outOfFold = new double[folds.length];
        var all = new ArrayList<GraphModel>();
        var curves = new ArrayList<List<LearningPoint>>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<TrainingResult> results = train(without(fold, folds, labels), fold);
            results.forEach(result -> curves.add(result.curve()));
            List<GraphModel> models =
                    results.stream().map(TrainingResult::model).toList();
            double[] bits = NetworkColumns.bits(models, last.view(), settings, progress);
            for (int account = 0; account < folds.length; account++) {
                outOfFold[account] = folds[account] == fold ? bits[account] : outOfFold[account];
            }
            all.addAll(models);
        }
        return new Fitted(new NetworkColumns(all, settings), NetworkColumns.table(outOfFold), curves);
    }

    private List<AccountLabel> without(int fold, int[] folds, List<AccountLabel> labels) {
        return labels.stream()
                .filter(label -> {
                    int account = views.getLast().snapshot().findAccount(label.accountId());
                    return account >= 0 && folds[account] != fold;
                })
                .toList();
    }

    private List<TrainingResult> train(List<AccountLabel> labels, int fold) {
        List<TrainingView> taught = views.stream()
                .map(view -> new TrainingView(
                        view.view(), LabelColumns.of(view.snapshot(), labels).unseen()))
                .toList();
        var results = new ArrayList<TrainingResult>();
        for (int i = 0; i < parameters.models(); i++) {
            int number = fold * parameters.models() + i;
            var training = parameters.training().withSeed(AccountOrder.mix(seed + number));
            Optional<Path> checkpoint = checkpoints.map(folder -> folder.resolve("network-" + number + ".checkpoint"));
            results.add(new Trainer(taught, training, settings, checkpoint, progress).supervised());
        }
        return results;
    }
}

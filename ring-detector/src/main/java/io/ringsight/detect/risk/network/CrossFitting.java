package io.ringsight.detect.risk.network;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.risk.learner.GroupFolds;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.LabelColumns;
import io.ringsight.gnn.training.Trainer;
import io.ringsight.gnn.training.TrainingView;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import java.util.ArrayList;
import java.util.List;

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
    private final Progress progress;

    /**
     * @param columns for accounts that come later
     * @param outOfFold the same columns, by account number of the last view, each account judged by the networks that know no label of its fold
     */
    public record Fitted(NetworkColumns columns, AccountTable outOfFold) {}

    /**
     * @param views by moment
     * @param parameters of which there are {@code models} a fold
     */
    public CrossFitting(
            List<EvidencedView> views,
            NetworkParameters parameters,
            TorchSettings settings,
            long seed,
            Progress progress) {
        this.views = List.copyOf(views);
        this.parameters = parameters;
        this.settings = settings;
        this.seed = seed;
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
        for (int fold = 0; fold < FOLDS; fold++) {
            List<GraphModel> models = models(without(fold, folds, labels), fold);
            double[] bits = NetworkColumns.bits(models, last.view(), settings, progress);
            for (int account = 0; account < folds.length; account++) {
                outOfFold[account] = folds[account] == fold ? bits[account] : outOfFold[account];
            }
            all.addAll(models);
        }
        return new Fitted(new NetworkColumns(all, settings), NetworkColumns.table(outOfFold));
    }

    private List<AccountLabel> without(int fold, int[] folds, List<AccountLabel> labels) {
        return labels.stream()
                .filter(label -> {
                    int account = views.getLast().snapshot().findAccount(label.accountId());
                    return account >= 0 && folds[account] != fold;
                })
                .toList();
    }

    private List<GraphModel> models(List<AccountLabel> labels, int fold) {
        List<TrainingView> taught = views.stream()
                .map(view -> new TrainingView(
                        view.view(), LabelColumns.of(view.snapshot(), labels).unseen()))
                .toList();
        var models = new ArrayList<GraphModel>();
        for (int i = 0; i < parameters.models(); i++) {
            var training =
                    parameters.training().withSeed(AccountOrder.mix(seed + (long) fold * parameters.models() + i));
            models.add(new Trainer(taught, training, settings, progress)
                    .supervised()
                    .model());
        }
        return models;
    }
}

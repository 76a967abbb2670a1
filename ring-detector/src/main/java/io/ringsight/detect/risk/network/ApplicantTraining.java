package io.ringsight.detect.risk.network;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.risk.learned.ApplicantModel;
import io.ringsight.gnn.inference.GraphScores;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.LabelColumns;
import io.ringsight.gnn.training.Trainer;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.gnn.training.TrainingView;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Teaches the network that judges applicants. An applicant is as young as can be: so each account that teaches the correction is looked at in
 * the first view that knows it. Same views, labels and seed: same bytes on CPU.
 */
public final class ApplicantTraining {
    private final List<EvidencedView> views;
    private final TrainingParameters parameters;
    private final TorchSettings settings;
    private final Progress progress;

    /** @param views by moment */
    public ApplicantTraining(
            List<EvidencedView> views, TrainingParameters parameters, TorchSettings settings, Progress progress) {
        this.views = List.copyOf(views);
        this.parameters = parameters;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * @param labels at most one an account
     * @param prior share of fraud among those to be judged
     * @return empty when a class has too few labels, in all or among those created last
     */
    public Optional<ApplicantModel> run(List<AccountLabel> labels, double prior) {
        EvidencedView last = views.getLast();
        LabelCut cut = LabelCut.at(last.snapshot(), labels);
        if (!cut.isEnough()) {
            return Optional.empty();
        }
        GraphModel early = train(cut.before());
        GraphModel all = train(labels);
        return Optional.of(ApplicantModel.of(all, early, examples(cut, early), prior));
    }

    private GraphModel train(List<AccountLabel> labels) {
        List<TrainingView> taught = views.stream()
                .map(view -> new TrainingView(
                        view.view(), LabelColumns.of(view.snapshot(), labels).unseen()))
                .toList();
        return new Trainer(taught, parameters, settings, progress).supervised().model();
    }

    private List<ApplicantModel.Example> examples(LabelCut cut, GraphModel early) {
        int[] folds = views.getLast().folds();
        var examples = new ArrayList<ApplicantModel.Example>();
        IntPredicate before = _ -> false;
        for (EvidencedView view : views) {
            IntPredicate known = before;
            List<Integer> young = new ArrayList<>(); // positions in the cut
            for (int i = 0; i < cut.accounts().length; i++) {
                if (numberIn(view.snapshot(), cut, i) >= 0 && !known.test(i)) {
                    young.add(i);
                }
            }
            if (!young.isEmpty()) {
                judge(view, early, cut, young, folds, examples);
            }
            before = i -> numberIn(view.snapshot(), cut, i) >= 0;
        }
        return examples;
    }

    private static int numberIn(IdentityGraph snapshot, LabelCut cut, int held) {
        return snapshot.findAccount(cut.held().get(held).accountId());
    }

    private void judge(
            EvidencedView view,
            GraphModel early,
            LabelCut cut,
            List<Integer> young,
            int[] folds,
            List<ApplicantModel.Example> examples) {
        var order = new AccountOrder(view.snapshot());
        List<AccountRisk> evidence = view.detection().accounts();
        try (var scores =
                GraphScores.of(early, view.view(), new byte[view.snapshot().accountCount()], settings, progress)) {
            float[] logOdds = scores.logOdds();
            for (int i : young) {
                int account = numberIn(view.snapshot(), cut, i);
                examples.add(new ApplicantModel.Example(
                        LogOdds.bits(evidence.get(order.rank(account)).risk()),
                        logOdds[account] / StrictMath.log(2),
                        cut.held().get(i).verdict() == AccountLabel.Verdict.FRAUD,
                        folds[cut.accounts()[i]]));
            }
        }
    }
}

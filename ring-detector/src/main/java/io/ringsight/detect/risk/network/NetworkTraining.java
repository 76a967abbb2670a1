package io.ringsight.detect.risk.network;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.LabelColumns;
import io.ringsight.gnn.training.Trainer;
import io.ringsight.gnn.training.TrainingView;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Teaches networks account risk on views of one population. With labels, networks that never saw the quarter of labelled accounts
 * created last are calibrated on it; then others learn from all labels, and the prior replaces the share of fraud among labels. Without
 * labels they learn the verdicts that evidence reaches in the last view, also for the earlier views, in which accounts were younger and
 * evidence less sure, and are calibrated to its risks. Same views, labels and seed: same bytes on CPU.
 */
public final class NetworkTraining {
    private final List<EvidencedView> views;
    private final NetworkParameters parameters;
    private final TorchSettings settings;
    private final long seed;
    private final Progress progress;

    /** @param views by moment */
    public NetworkTraining(
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
     * With labels.
     *
     * @param labels at most one an account; each is seen in the views from when it was learned
     * @param prior share of fraud among those to be judged
     * @throws io.ringsight.ingest.error.RingsightException with {@code INPUT_MALFORMED} when a class has too few labels
     */
    public NetworkRisk supervised(List<AccountLabel> labels, double prior) {
        var cut = LabelCut.of(last().snapshot(), labels);
        List<GraphModel> early = models(view -> LabelColumns.of(view.snapshot(), cut.before()));
        byte[] known = LabelColumns.of(last().snapshot(), cut.before()).verdict();
        double[] bits = NetworkRisk.bits(early, last().view(), known, settings, progress);
        Calibration held = cut.calibration(bits);
        List<GraphModel> models = models(view -> LabelColumns.of(view.snapshot(), labels));
        // Networks start from the share of fraud among their own examples.
        double moved = shareBits(models) - shareBits(early);
        var calibration = new Calibration(held.slope(), held.offset() - held.slope() * moved, held.fitted());
        double shift = LogOdds.bits(prior) - LogOdds.bits(cut.shareOfFraud());
        return new NetworkRisk(models, calibration, shift, 0, settings);
    }

    /**
     * Without labels.
     *
     * @param prior share of fraud among those to be judged
     * @throws io.ringsight.ingest.error.RingsightException with {@code INPUT_MALFORMED} when evidence finds too little
     */
    public NetworkRisk taughtByEvidence(double prior) {
        var verdicts = EvidenceVerdicts.of(last());
        List<GraphModel> models = models(verdicts::columns);
        byte[] unknown = new byte[last().snapshot().accountCount()];
        double[] bits = NetworkRisk.bits(models, last().view(), unknown, settings, progress);
        return new NetworkRisk(models, verdicts.calibration(bits), 0, verdicts.unseen(prior), settings);
    }

    private EvidencedView last() {
        return views.getLast();
    }

    private List<GraphModel> models(Function<EvidencedView, LabelColumns> labels) {
        List<TrainingView> taught = views.stream()
                .map(view -> new TrainingView(view.view(), labels.apply(view)))
                .toList();
        var models = new ArrayList<GraphModel>();
        for (int i = 0; i < parameters.models(); i++) {
            var training = parameters.training().withSeed(AccountOrder.mix(seed + i));
            models.add(new Trainer(taught, training, settings, progress)
                    .supervised()
                    .model());
        }
        return models;
    }

    private static double shareBits(List<GraphModel> models) {
        return LogOdds.bits(models.getFirst().shareOfFraud());
    }
}

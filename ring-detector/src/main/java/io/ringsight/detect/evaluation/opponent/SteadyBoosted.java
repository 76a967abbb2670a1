package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.detect.risk.learner.BoostedTrees;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.learner.TreeParameters;
import io.ringsight.ingest.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns of {@link Boosted} without its choice of parameters: a few hundred frauds created last choose among ten configurations
 * mostly by chance, and what they choose wrongly costs more than what any of the middle ones would. More bags, fewer surprises. A
 * column may have a say of its own: its log2 odds are averaged with those of the trees (L. Hansen, P. Salamon: Neural network
 * ensembles, IEEE PAMI 12, 1990; with equal weights: R. Clemen: Combining forecasts, Int. J. Forecasting 5, 1989). Calibrated as
 * {@code Boosted} is. The same data and seed give the same bytes.
 */
final class SteadyBoosted implements Contender {
    private static final TreeParameters PARAMETERS = Boosted.GRID.getFirst();
    private static final int TREES = 240;
    private static final int BAGS = 6;

    private final String name;
    private final MoreColumns more;
    private final Optional<String> partner;

    SteadyBoosted(String name, MoreColumns more, Optional<String> partner) {
        this.name = name;
        this.more = more;
        this.partner = partner;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Judge train(TrainingData data, Progress progress) {
        var known = KnownLabels.of(data.graph(), data.labels()).atLeast(Boosted.LEAST_LABELS);
        byte[] labels = known.of();
        double prior = known.prior(data);
        var view = new Boosted.View(data.graph(), prior, more.of(data.graph(), data, progress));
        var split = Boosted.split(data.graph(), labels);
        FeatureTable early = view.table(split.withoutValidation(labels));
        var fit = new BoostedTrees.Sample(early, split.fit(), labels);
        var validation = new BoostedTrees.Sample(early, split.validation(), labels);
        Calibration calibration = calibration(grown(fit, data, progress), validation);
        double shift = LogOdds.bits(prior) - LogOdds.bits(Boosted.share(validation));

        var everybody = new BoostedTrees.Sample(view.table(labels), Boosted.labelled(labels), labels);
        List<BoostedTrees> trees = grown(everybody, data, progress);
        return (graph, watching) -> {
            watching.check();
            var judged = new Boosted.View(graph, prior, more.of(graph, data, watching));
            FeatureTable table =
                    judged.table(KnownLabels.of(graph, data.labels()).of());
            int[] accounts = new int[graph.accountCount()];
            Arrays.setAll(accounts, account -> account);
            double[] risk = bits(trees, table, accounts);
            Arrays.setAll(risk, account -> LogOdds.probability(calibration.of(risk[account]) + shift));
            return RiskyComponents.verdicts(name, graph, risk);
        };
    }

    private static List<BoostedTrees> grown(BoostedTrees.Sample sample, TrainingData data, Progress progress) {
        return Boosted.bags(BAGS, sample, PARAMETERS, data.seed(), TREES, progress);
    }

    private Calibration calibration(List<BoostedTrees> trees, BoostedTrees.Sample validation) {
        int[] labels = new int[validation.accounts().length];
        Arrays.setAll(labels, i -> validation.labels()[validation.accounts()[i]]);
        return Calibration.fit(bits(trees, validation.table(), validation.accounts()), labels);
    }

    private double[] bits(List<BoostedTrees> trees, FeatureTable table, int[] accounts) {
        double[] bits = Boosted.bits(BoostedTrees.mean(trees, table, accounts));
        partner.map(table::column).ifPresent(said -> Arrays.setAll(bits, i -> (bits[i] + said[accounts[i]]) / 2));
        return bits;
    }
}

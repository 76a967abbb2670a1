package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.UntrainableException;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.detect.risk.learner.BoostedTrees;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.learner.TimeSplit;
import io.ringsight.detect.risk.learner.TreeParameters;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The strong opponent: boosted trees over {@link AccountAggregates} and {@link LabelAggregates}. The parameters of
 * {@link #GRID} and the number of trees are chosen on the labelled accounts created last, which see only the
 * labels of the earlier ones; the same accounts calibrate, and the prior replaces the labels' share of fraud. Then all labelled
 * accounts train the trees that judge. The same data and seed give the same bytes.
 */
final class Boosted implements Contender {
    static final int LEAST_LABELS = 20; // of each class
    private static final int MOST_TREES = 500;
    private static final int PATIENCE = 50;
    private static final int BAGS = 3;

    /** The budget: every configuration that is tried, in this order. */
    static final List<TreeParameters> GRID = List.of(
            new TreeParameters(15, 20, 0.5, 1, 0),
            new TreeParameters(7, 10, 0.5, 1, 0),
            new TreeParameters(31, 20, 0.3, 5, 0),
            new TreeParameters(7, 40, 0.3, 10, 0),
            new TreeParameters(63, 40, 0.3, 10, 0),
            new TreeParameters(15, 10, 0.3, 5, 0.5),
            new TreeParameters(31, 40, 0.5, 1, 0.5),
            new TreeParameters(7, 20, 0.3, 1, 0.5),
            new TreeParameters(15, 40, 0.5, 10, 1),
            new TreeParameters(4, 20, 0.5, 1, 0));

    private final String name;
    private final MoreColumns more;

    Boosted() {
        this("boosted", (graph, _, _) -> new FeatureTable.Builder(graph.accountCount()).build());
    }

    /** @param more columns beside its own */
    Boosted(String name, MoreColumns more) {
        this.name = name;
        this.more = more;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Judge train(TrainingData data, Progress progress) {
        requireTrees();
        var known = KnownLabels.of(data.graph(), data.labels()).atLeast(LEAST_LABELS);
        byte[] labels = known.of();
        var view = new View(data.graph(), known.prior(data), more.of(data.graph(), data, progress));
        var split = split(data.graph(), labels);
        FeatureTable early = view.table(split.withoutValidation(labels));
        var fit = new BoostedTrees.Sample(early, split.fit(), labels);
        var validation = new BoostedTrees.Sample(early, split.validation(), labels);
        Choice choice = choose(fit, validation, data.seed(), progress);

        var held = bags(fit, choice.parameters, data.seed(), choice.trees, progress);
        Calibration calibration = calibration(held, validation);
        double shift = LogOdds.bits(known.prior(data)) - LogOdds.bits(share(validation));

        FeatureTable all = view.table(labels);
        var everybody = new BoostedTrees.Sample(all, labelled(labels), labels);
        List<BoostedTrees> trees = bags(everybody, choice.parameters, data.seed(), choice.trees, progress);
        double moved = choice.parameters.baseBits(everybody) - choice.parameters.baseBits(fit);
        double prior = known.prior(data);
        return (graph, watching) -> {
            watching.check();
            var judged = new View(graph, prior, more.of(graph, data, watching));
            double[] risk = risk(judged, data.labels(), trees, moved, calibration, shift);
            return RiskyComponents.verdicts(name(), graph, risk);
        };
    }

    static TimeSplit split(IdentityGraph graph, byte[] labels) {
        int[] byTime = TimeSplit.byTime(graph, new AccountOrder(graph), labels);
        return TimeSplit.of(byTime, labels)
                .orElseThrow(() ->
                        new UntrainableException("the labelled accounts cannot be cut in time so that both parts have "
                                + TimeSplit.LEAST + " of each class"));
    }

    private static void requireTrees() {
        try {
            BoostedTrees.requireLibrary();
        } catch (RingsightException e) {
            throw new UntrainableException(e.getMessage() + " " + e.hint());
        }
    }

    private record Choice(TreeParameters parameters, int trees) {}

    private static Choice choose(
            BoostedTrees.Sample fit, BoostedTrees.Sample validation, long seed, Progress progress) {
        progress.begin("boosting", GRID.size());
        // One thread grows one configuration: threads within a tree wait for each other longer than they work.
        List<BoostedTrees> tried = GRID.parallelStream()
                .map(parameters -> {
                    var trees = BoostedTrees.until(fit, validation, parameters, seed, MOST_TREES, PATIENCE, progress);
                    progress.advance(1);
                    return trees;
                })
                .toList();
        Choice choice = new Choice(GRID.getFirst(), 1);
        double best = -1;
        for (int i = 0; i < tried.size(); i++) {
            if (tried.get(i).validation() > best) {
                best = tried.get(i).validation();
                choice = new Choice(GRID.get(i), tried.get(i).trees());
            }
        }
        progress.end();
        return choice;
    }

    private static List<BoostedTrees> bags(
            BoostedTrees.Sample sample, TreeParameters parameters, long seed, int trees, Progress progress) {
        return bags(BAGS, sample, parameters, seed, trees, progress);
    }

    static List<BoostedTrees> bags(
            int count, BoostedTrees.Sample sample, TreeParameters parameters, long seed, int trees, Progress progress) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(bag -> BoostedTrees.of(sample, parameters, AccountOrder.mix(seed + bag), trees, progress))
                .toList();
    }

    private static Calibration calibration(List<BoostedTrees> trees, BoostedTrees.Sample validation) {
        double[] bits = bits(BoostedTrees.mean(trees, validation.table(), validation.accounts()));
        int[] labels = new int[bits.length];
        Arrays.setAll(labels, i -> validation.labels()[validation.accounts()[i]]);
        return Calibration.fit(bits, labels);
    }

    static double share(BoostedTrees.Sample sample) {
        return 1 / (1 + sample.legitPerFraud());
    }

    /** @param moved by how many bits these trees start above those that were calibrated */
    private static double[] risk(
            View view,
            List<AccountLabel> labels,
            List<BoostedTrees> trees,
            double moved,
            Calibration calibration,
            double shift) {
        FeatureTable table = view.table(KnownLabels.of(view.graph, labels).of());
        int[] everybody = new int[view.graph.accountCount()];
        Arrays.setAll(everybody, i -> i);
        double[] bits = bits(BoostedTrees.mean(trees, table, everybody));
        double[] risk = new double[bits.length];
        Arrays.setAll(risk, i -> LogOdds.probability(calibration.of(bits[i] - moved) + shift));
        return risk;
    }

    static double[] bits(double[] logOdds) {
        return Arrays.stream(logOdds).map(x -> x / StrictMath.log(2)).toArray();
    }

    static int[] labelled(byte[] labels) {
        return IntStream.range(0, labels.length)
                .filter(account -> labels[account] != 0)
                .toArray();
    }

    /** Everything about a snapshot that labels do not change. */
    static final class View {
        private final IdentityGraph graph;
        private final FeatureTable aggregates;
        private final LabelAggregates labels;

        View(IdentityGraph graph, double prior, FeatureTable more) {
            var neighbours = Neighbours.of(graph);
            this.graph = graph;
            this.aggregates = AccountAggregates.of(graph, neighbours).with(more);
            this.labels = new LabelAggregates(graph, neighbours, prior);
        }

        FeatureTable table(byte[] known) {
            return aggregates.with(labels.pointInTime(known));
        }
    }
}

package io.ringsight.detect.risk.learned;

import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.detect.risk.learner.BoostedTrees;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.learner.TimeSplit;
import io.ringsight.detect.risk.learner.TreeParameters;
import io.ringsight.ingest.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Boosted trees for the risk of an account, one model a fold: an account that taught is judged by the trees that did not see its fold,
 * others by the mean of all. The labelled accounts created last, judged by trees that saw only those before and their labels, teach the
 * correction that calibrates. Immutable, thread-safe.
 *
 * @param columns names, in the order of the table
 * @param trees by fold
 * @param correction of what evidence says, by what trees and networks say
 * @param moved bits by which these trees start above those that were calibrated
 * @param share of fraud among those that calibrated
 */
record AccountModel(List<String> columns, List<BoostedTrees> trees, Correction correction, double moved, double share) {
    private static final TreeParameters PARAMETERS = new TreeParameters(15, 20, 0.3, 5, 0);
    private static final int NETWORK = 2; // column of the correction

    /** Given, not chosen: a few hundred frauds choose by chance, and what they choose wrongly costs more than this. */
    private static final int TREES = 240;

    public AccountModel {
        columns = List.copyOf(columns);
        trees = List.copyOf(trees);
    }

    /**
     * @param all columns of the table, with all labels
     * @param network double[accounts], log2 odds by networks that were taught nothing of an account's fold; empty for none
     * @param split of the labelled accounts of the table
     * @param prior share of fraud that evidence is about
     */
    static Trained train(
            RiskTable table,
            FeatureTable all,
            double[] network,
            TimeSplit split,
            Folds folds,
            double prior,
            long seed,
            Progress progress) {
        byte[] labels = table.labels();
        FeatureTable early = table.knowing(split.withoutValidation(labels));
        var fit = new BoostedTrees.Sample(early, split.fit(), labels);
        var held = new BoostedTrees.Sample(early, split.validation(), labels);
        progress.begin("boosting", Folds.COUNT + 1L);
        try {
            var first = BoostedTrees.of(fit, PARAMETERS, seed, TREES, progress);
            progress.advance(1);
            List<BoostedTrees.Sample> others = others(table, all, split, folds);
            // One thread grows one model: threads within a tree wait for each other longer than they work.
            List<BoostedTrees> trees = IntStream.range(0, Folds.COUNT)
                    .parallel()
                    .mapToObj(fold -> {
                        var grown = BoostedTrees.of(others.get(fold), PARAMETERS, seed + fold + 1, TREES, progress);
                        progress.advance(1);
                        return grown;
                    })
                    .toList();
            double base =
                    others.stream().mapToDouble(PARAMETERS::baseBits).average().orElseThrow();
            var model = new AccountModel(
                    early.names(),
                    trees,
                    correction(table, network, first, held, folds, prior),
                    base - PARAMETERS.baseBits(fit),
                    1 / (1 + held.legitPerFraud()));
            return new Trained(model, new HeldOut(held.accounts(), bits(first.logOdds(early, held.accounts())), TREES));
        } finally {
            progress.end();
        }
    }

    /** A model, and what trees that saw only the labelled accounts created first say of the others. */
    record Trained(AccountModel model, HeldOut held) {}

    /** Labelled accounts, without those of each fold. */
    private static List<BoostedTrees.Sample> others(RiskTable table, FeatureTable all, TimeSplit split, Folds folds) {
        byte[] foldOf = folds.byAccount(table.findings().order());
        int[] labelled = IntStream.concat(Arrays.stream(split.fit()), Arrays.stream(split.validation()))
                .toArray();
        return IntStream.range(0, Folds.COUNT)
                .mapToObj(fold -> Arrays.stream(labelled)
                        .filter(account -> foldOf[account] != fold)
                        .toArray())
                .map(accounts -> new BoostedTrees.Sample(all, accounts, table.labels()))
                .toList();
    }

    private static Correction correction(
            RiskTable table,
            double[] network,
            BoostedTrees trees,
            BoostedTrees.Sample held,
            Folds folds,
            double prior) {
        double[] bits = bits(trees.logOdds(held.table(), held.accounts()));
        double[] evidence = table.findings().evidenceBits();
        byte[] foldOf = folds.byAccount(table.findings().order());
        double shift = LogOdds.bits(prior) - LogOdds.bits(1 / (1 + held.legitPerFraud()));
        return Correction.of(IntStream.range(0, bits.length)
                .mapToObj(i -> {
                    int account = held.accounts()[i];
                    double[] row = row(bits[i], evidence, network, account);
                    return new Correction.Example(
                            evidence[account] - shift, row, held.labels()[account], foldOf[account]);
                })
                .toList());
    }

    /** What corrects evidence: what trees say, itself, and what networks say, where there are any. */
    private static double[] row(double trees, double[] evidence, double[] network, int account) {
        return network.length == 0
                ? new double[] {trees, evidence[account]}
                : new double[] {trees, evidence[account], network[account]};
    }

    /**
     * Log2 odds by account number.
     *
     * @param columns of the table, with the labels that may be seen
     * @param fold byte[accounts] in which each was that taught, else -1
     * @param prior share of fraud among those to be judged
     */
    double[] bits(RiskTable table, double[] network, FeatureTable columns, byte[] fold, double prior) {
        int[] everybody = IntStream.range(0, fold.length).toArray();
        double[] sum = new double[fold.length];
        for (int model = 0; model < trees.size(); model++) {
            double[] said = bits(trees.get(model).logOdds(columns, everybody));
            for (int account = 0; account < sum.length; account++) {
                sum[account] += said[account] * weight(model, fold[account]);
            }
        }
        double shift = LogOdds.bits(prior) - LogOdds.bits(share);
        double[] evidence = table.findings().evidenceBits();
        Arrays.setAll(sum, account -> {
            double[] row = row(sum[account] - moved, evidence, network, account);
            return correction.bits(evidence[account] - shift, row) + shift;
        });
        return sum;
    }

    /** Bits that networks add to {@link #bits}. */
    double contribution(double network) {
        return correction.slope(NETWORK) * (network - correction.regression().mean()[NETWORK]);
    }

    /** double[accounts][columns]: bits that each column adds to those of {@link #bits}, by way of the trees. */
    double[][] contributions(FeatureTable table, int[] accounts, byte[] fold) {
        double[][] sum = new double[accounts.length][columns.size()];
        for (int model = 0; model < trees.size(); model++) {
            double[][] said = trees.get(model).contributions(table, accounts);
            for (int i = 0; i < accounts.length; i++) {
                double weight = weight(model, fold[accounts[i]]) * correction.slope(0) / StrictMath.log(2);
                for (int column = 0; column < columns.size(); column++) {
                    sum[i][column] += said[i][column] * weight;
                }
            }
        }
        return sum;
    }

    private double weight(int model, byte fold) {
        if (fold >= 0) {
            return fold == model ? 1 : 0;
        }
        return 1.0 / trees.size();
    }

    private static double[] bits(double[] logOdds) {
        return Arrays.stream(logOdds).map(x -> x / StrictMath.log(2)).toArray();
    }
}

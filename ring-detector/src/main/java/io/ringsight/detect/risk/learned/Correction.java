package io.ringsight.detect.risk.learned;

import io.ringsight.detect.risk.learner.LogisticRegression;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What labels taught is to be added to what is held already: with few labels it stays near that, with many it is free of it. A logistic
 * regression on log odds that are known already (D. Wolpert: Stacked generalization, Neural Networks 5, 1992), natural in its proportions
 * and so calibrated. Immutable, thread-safe.
 */
public record Correction(LogisticRegression regression) {
    private static final double[] PENALTIES = {0.1, 0.3, 1, 3, 10, 30};
    private static final double BIT = StrictMath.log(2);

    /**
     * Somebody with a label.
     *
     * @param before log2 odds that are held already, as common as fraud is among labels
     * @param row what else is known
     * @param label 1 fraud, -1 legit
     * @param fold whoever is in another fold teaches what this one is judged by
     */
    record Example(double before, double[] row, int label, int fold) {}

    /** Of several penalties the one of the least loss on examples of other folds. */
    static Correction of(List<Example> examples) {
        return Arrays.stream(PENALTIES)
                .mapToObj(penalty -> trial(examples, penalty))
                .min(Comparator.comparingDouble(Trial::loss))
                .orElseThrow()
                .correction;
    }

    private record Trial(Correction correction, double loss) {}

    private static Trial trial(List<Example> examples, double penalty) {
        double[] bits = new double[examples.size()];
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            int held = fold;
            List<Example> others =
                    examples.stream().filter(example -> example.fold != held).toList();
            if (others.size() == examples.size()) {
                continue;
            }
            LogisticRegression learned = regression(others, penalty);
            for (int i = 0; i < bits.length; i++) {
                Example example = examples.get(i);
                if (example.fold == held) {
                    bits[i] = example.before + learned.logOdds(example.row) / BIT;
                }
            }
        }
        double loss = 0;
        for (int i = 0; i < bits.length; i++) {
            double against = -examples.get(i).label * bits[i] * BIT;
            loss += Math.max(against, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
        }
        return new Trial(new Correction(regression(examples, penalty)), loss);
    }

    private static LogisticRegression regression(List<Example> examples, double penalty) {
        boolean[] fraud = new boolean[examples.size()];
        for (int i = 0; i < fraud.length; i++) {
            fraud[i] = examples.get(i).label > 0;
        }
        return LogisticRegression.fit(
                examples.stream().map(Example::row).toArray(double[][]::new),
                examples.stream().mapToDouble(example -> example.before * BIT).toArray(),
                fraud,
                penalty);
    }

    /** Log2 odds, as common as fraud is among labels. */
    double bits(double before, double[] row) {
        return before + regression.logOdds(row) / BIT;
    }

    /** double[columns]: bits that each column of the row adds. */
    double[] contributions(double[] row) {
        double[] parts = regression.contributions(row);
        Arrays.setAll(parts, column -> parts[column] / BIT);
        return parts;
    }

    /** Bits that one more of a column adds. */
    double slope(int column) {
        double scale = regression.scale()[column];
        return scale > 0 ? regression.weights()[column] / scale / BIT : 0;
    }
}

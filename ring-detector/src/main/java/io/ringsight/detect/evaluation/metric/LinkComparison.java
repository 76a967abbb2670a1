package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.WeightedRatio;

/**
 * Linked pairs against pairs within one true ring, before any clustering. A pair counts half for either account, so that weights
 * on accounts weigh pairs. Immutable, thread-safe.
 */
public final class LinkComparison {
    private final WeightedRatio precision;
    private final WeightedRatio recall;

    private LinkComparison(WeightedRatio precision, WeightedRatio recall) {
        this.precision = precision;
        this.recall = recall;
    }

    /**
     * @param left int[links]: one account of each link that is more probable than not; each pair at most once
     * @param right int[links]: the other
     * @param truth int[accounts], from 0: the true ring; -1 in none
     * @param scored boolean[accounts]: pairs with another account are dropped
     */
    public static LinkComparison of(int[] left, int[] right, int[] truth, boolean[] scored) {
        Clusters rings = Clusters.of(truth, scored);
        double[] correct = new double[truth.length];
        double[] linked = new double[truth.length];
        double[] there = new double[truth.length];
        for (int link = 0; link < left.length; link++) {
            int a = left[link];
            int b = right[link];
            if (a == b) {
                throw new IllegalArgumentException(
                        "A link joins two accounts, not account %d with itself.".formatted(a));
            }
            if (scored[a] && scored[b]) {
                linked[a]++;
                linked[b]++;
                if (rings.contains(a) && rings.of()[a] == rings.of()[b]) {
                    correct[a]++;
                    correct[b]++;
                }
            }
        }
        for (int i = 0; i < truth.length; i++) {
            there[i] = scored[i] ? rings.sizeAt(i) - 1 : 0;
        }
        return new LinkComparison(
                new WeightedRatio(correct, linked, "no pair of scored accounts was linked"),
                new WeightedRatio(correct, there, "no ring of two scored accounts exists"));
    }

    /** Share of the links within one true ring. */
    public Measure precision(double[] weight) {
        return precision.measure(weight);
    }

    /** Share of the pairs within one true ring that are linked. */
    public Measure recall(double[] weight) {
        return recall.measure(weight);
    }

    /** Harmonic mean of the two; 0 where there are pairs to link and none is linked, though nothing can be said of precision. */
    public Measure f1(double[] weight) {
        Measure precision = precision(weight);
        Measure recall = recall(weight);
        return precision instanceof Measure.Undefined && recall instanceof Measure.Value
                ? Measure.of(0)
                : Measure.f1(precision, recall);
    }
}

package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.WeightedRatio;
import java.util.Arrays;

/**
 * Predicted rings against true ones. Accounts that are not scored are dropped from both; an account in no ring is alone, and so
 * is one whose ring keeps no second scored account.
 *
 * <p>Every measure is made of sums over accounts that are computed once. Weights weigh these sums: a replicate of the bootstrap
 * counts an account's precision, recall or pairs as often as the account was drawn, while the rings stay as they are. Weight 0
 * leaves an account out of the average but not out of its ring: so one period is measured within rings that span two.
 *
 * <p>Immutable, thread-safe.
 */
public final class RingComparison {
    private static final String NOTHING_PREDICTED = "no ring of two scored accounts was predicted";
    private static final String NOTHING_TRUE = "no ring of two scored accounts exists";
    private static final String NOTHING = "no account was scored";

    private final WeightedRatio bCubedPrecision;
    private final WeightedRatio bCubedRecall;
    private final WeightedRatio itemPrecision;
    private final WeightedRatio itemRecall;
    private final WeightedRatio pairPrecision;
    private final WeightedRatio pairRecall;
    private final RandIndex randIndex;

    private RingComparison(Overlap overlap, boolean[] scored) {
        int accounts = overlap.accounts();
        Clusters predicted = overlap.predicted();
        Clusters truth = overlap.truth();
        double[] precision = new double[accounts];
        double[] recall = new double[accounts];
        double[] inPredicted = new double[accounts];
        double[] inTruth = new double[accounts];
        double[] counted = new double[accounts];
        double[] pairsShared = new double[accounts];
        double[] pairsPredicted = new double[accounts];
        double[] pairsTrue = new double[accounts];
        for (int i = 0; i < accounts; i++) {
            if (scored[i]) {
                precision[i] = overlap.shared()[i] / (double) predicted.sizeAt(i);
                recall[i] = overlap.shared()[i] / (double) truth.sizeAt(i);
                inPredicted[i] = predicted.contains(i) ? 1 : 0;
                inTruth[i] = truth.contains(i) ? 1 : 0;
                counted[i] = 1;
                pairsShared[i] = overlap.shared()[i] - 1;
                pairsPredicted[i] = predicted.sizeAt(i) - 1;
                pairsTrue[i] = truth.sizeAt(i) - 1;
            }
        }
        bCubedPrecision = new WeightedRatio(product(precision, inPredicted), inPredicted, NOTHING_PREDICTED);
        bCubedRecall = new WeightedRatio(product(recall, inTruth), inTruth, NOTHING_TRUE);
        itemPrecision = new WeightedRatio(precision, counted, NOTHING);
        itemRecall = new WeightedRatio(recall, counted, NOTHING);
        pairPrecision = new WeightedRatio(pairsShared, pairsPredicted, NOTHING_PREDICTED);
        pairRecall = new WeightedRatio(pairsShared, pairsTrue, NOTHING_TRUE);
        randIndex = new RandIndex(pairsShared, pairsPredicted, pairsTrue, counted);
    }

    /**
     * @param predicted int[accounts], from 0; -1 in no ring
     * @param truth int[accounts], from 0; -1 in no ring
     * @param scored boolean[accounts]: false for accounts whose label was given to training
     */
    public static RingComparison of(int[] predicted, int[] truth, boolean[] scored) {
        return new RingComparison(Overlap.of(predicted, truth, scored), scored);
    }

    /**
     * B-cubed precision: of the accounts in an account's predicted ring, itself included, the share in its true ring; mean over
     * the accounts in predicted rings. A. Bagga, B. Baldwin: Algorithms for scoring coreference chains, LREC 1998. An honest
     * account in a predicted ring is right about nobody but itself. The mean is over predicted members only, as the many
     * accounts that are rightly alone would flatter any system.
     */
    public Measure bCubedPrecision(double[] weight) {
        return bCubedPrecision.measure(weight);
    }

    /**
     * B-cubed recall: of the accounts in an account's true ring, itself included, the share in its predicted ring; mean over the
     * members of true rings. A member in no predicted ring found itself alone.
     */
    public Measure bCubedRecall(double[] weight) {
        return bCubedRecall.measure(weight);
    }

    /** Harmonic mean of {@link #bCubedPrecision} and {@link #bCubedRecall}. */
    public Measure bCubedF1(double[] weight) {
        return Measure.f1(bCubedPrecision(weight), bCubedRecall(weight));
    }

    /**
     * B-cubed precision over every scored account, alone or not. E. Amigó, J. Gonzalo, J. Artiles, F. Verdejo: A comparison of
     * extrinsic clustering evaluation metrics based on formal constraints, Information Retrieval 12 (2009),
     * doi:10.1007/s10791-008-9066-8. Where most accounts are in no ring it is near 1 whatever a system does.
     */
    public Measure bCubedPrecisionOfAll(double[] weight) {
        return itemPrecision.measure(weight);
    }

    /** B-cubed recall over every scored account, as {@link #bCubedPrecisionOfAll}. */
    public Measure bCubedRecallOfAll(double[] weight) {
        return itemRecall.measure(weight);
    }

    /**
     * Of the pairs of accounts within one predicted ring, the share within one true ring. Weighed by the account: a pair counts
     * half for either end.
     */
    public Measure pairPrecision(double[] weight) {
        return pairPrecision.measure(weight);
    }

    /** Of the pairs of accounts within one true ring, the share within one predicted ring. */
    public Measure pairRecall(double[] weight) {
        return pairRecall.measure(weight);
    }

    /** Harmonic mean of {@link #pairPrecision} and {@link #pairRecall}. */
    public Measure pairF1(double[] weight) {
        return Measure.f1(pairPrecision(weight), pairRecall(weight));
    }

    /**
     * How far pairs agree beyond chance, over all scored accounts; 0 for what chance would do, 1 for the truth. L. Hubert,
     * P. Arabie: Comparing partitions, Journal of Classification 2 (1985), doi:10.1007/BF01908075.
     */
    public Measure adjustedRandIndex(double[] weight) {
        return randIndex.measure(weight);
    }

    private static double[] product(double[] left, double[] right) {
        double[] product = new double[left.length];
        Arrays.setAll(product, i -> left[i] * right[i]);
        return product;
    }
}

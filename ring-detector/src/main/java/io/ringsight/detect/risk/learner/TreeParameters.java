package io.ringsight.detect.risk.learner;

import java.util.Locale;

/**
 * How trees are grown.
 *
 * @param leaves most of a tree
 * @param leastInLeaf fewest accounts
 * @param columnShare of the columns that each tree may look at
 * @param l2 pull of leaves towards zero
 * @param balance 0 counts each account alike, 1 gives both classes equal weight
 */
public record TreeParameters(int leaves, int leastInLeaf, double columnShare, double l2, double balance) {
    private static final double LEARNING_RATE = 0.05;
    private static final int BINS = 127;

    /** Where trees over the sample start: log2 odds of fraud as the classes are weighted. */
    public double baseBits(BoostedTrees.Sample sample) {
        return -(1 - balance) * StrictMath.log(sample.legitPerFraud()) / StrictMath.log(2);
    }

    /** As the library wants to be told; equal words give equal trees. */
    String words(double positiveWeight, long seed) {
        return String.format(
                Locale.ROOT,
                "objective=binary metric=average_precision learning_rate=%s num_leaves=%d min_data_in_leaf=%d"
                        + " feature_fraction=%s bagging_fraction=0.8 bagging_freq=1 lambda_l2=%s scale_pos_weight=%s"
                        + " max_bin=%d seed=%d deterministic=true force_row_wise=true num_threads=1 verbosity=-1",
                LEARNING_RATE,
                leaves,
                leastInLeaf,
                columnShare,
                l2,
                Math.pow(positiveWeight, balance),
                BINS,
                seed & Integer.MAX_VALUE);
    }
}

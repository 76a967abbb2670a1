package io.ringsight.gnn.metric;

import java.util.Arrays;

/**
 * Scores in order, sorted once, so that a {@link Tally} under new weights is one pass over the accounts: a bootstrap weighs the
 * same scores a thousand times. Immutable, thread-safe.
 */
public final class RankedScores {
    private final double[] distinct; // descending
    private final int[] step; // int[accounts]: position in distinct, or -1 when the account does not count
    private final boolean[] positive;

    private RankedScores(double[] distinct, int[] step, boolean[] positive) {
        this.distinct = distinct;
        this.step = step;
        this.positive = positive;
    }

    /** Every account counts. */
    public static RankedScores of(double[] score, boolean[] positive) {
        boolean[] all = new boolean[score.length];
        Arrays.fill(all, true);
        return of(score, positive, all);
    }

    /**
     * @param score double[accounts], finite where the account counts; higher is more suspect
     * @param positive boolean[accounts]
     * @param counts boolean[accounts]: the others are left out altogether
     */
    public static RankedScores of(double[] score, boolean[] positive, boolean[] counts) {
        if (score.length != positive.length || score.length != counts.length) {
            throw new IllegalArgumentException(
                    "There is one truth and one mask a score: %d scores, %d truths, %d masks."
                            .formatted(score.length, positive.length, counts.length));
        }
        double[] sorted = new double[score.length];
        int size = 0;
        for (int i = 0; i < score.length; i++) {
            if (counts[i]) {
                sorted[size++] = plain(score[i]);
            }
        }
        double[] ascending = distinct(Arrays.copyOf(sorted, size));
        int[] step = new int[score.length];
        for (int i = 0; i < score.length; i++) {
            step[i] = counts[i] ? ascending.length - 1 - Arrays.binarySearch(ascending, plain(score[i])) : -1;
        }
        return new RankedScores(reversed(ascending), step, positive.clone());
    }

    /** Accounts, counted or not. */
    public int size() {
        return step.length;
    }

    /** Each account that counts once. */
    public Tally tally() {
        double[] ones = new double[step.length];
        Arrays.fill(ones, 1);
        return tally(ones);
    }

    /** @param weight double[accounts], finite, not negative: how often each account is there */
    public Tally tally(double[] weight) {
        double[] positives = new double[distinct.length];
        double[] negatives = new double[distinct.length];
        for (int i = 0; i < step.length; i++) {
            if (step[i] >= 0) {
                (positive[i] ? positives : negatives)[step[i]] += weight[i];
            }
        }
        return new Tally(distinct, positives, negatives);
    }

    private static double plain(double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("A score is finite, not " + score + ".");
        }
        return score + 0.0; // -0.0 becomes 0.0
    }

    private static double[] distinct(double[] values) {
        Arrays.sort(values);
        int size = 0;
        for (double value : values) {
            if (size == 0 || values[size - 1] != value) {
                values[size++] = value;
            }
        }
        return Arrays.copyOf(values, size);
    }

    private static double[] reversed(double[] ascending) {
        double[] descending = new double[ascending.length];
        for (int i = 0; i < ascending.length; i++) {
            descending[i] = ascending[ascending.length - 1 - i];
        }
        return descending;
    }
}

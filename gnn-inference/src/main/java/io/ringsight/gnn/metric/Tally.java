package io.ringsight.gnn.metric;

/**
 * How much truth stands at each score. Made by {@link RankedScores}; every metric of this package reads it. Its arrays, which
 * only this package sees, are not written again, so threads may share it.
 */
public final class Tally {
    private final double[] score;
    private final double[] positives;
    private final double[] negatives;
    private final double allPositives;
    private final double allNegatives;

    /**
     * @param score distinct, descending
     * @param positives weight of the positives at each score
     * @param negatives weight of the negatives at each score
     */
    Tally(double[] score, double[] positives, double[] negatives) {
        this.score = score;
        this.positives = positives;
        this.negatives = negatives;
        this.allPositives = sum(positives);
        this.allNegatives = sum(negatives);
    }

    int steps() {
        return score.length;
    }

    double score(int step) {
        return score[step];
    }

    double positives(int step) {
        return positives[step];
    }

    double[] positiveWeights() {
        return positives;
    }

    double[] negativeWeights() {
        return negatives;
    }

    double negatives(int step) {
        return negatives[step];
    }

    /** Weight of all positives. */
    public double positives() {
        return allPositives;
    }

    /** Weight of all negatives. */
    public double negatives() {
        return allNegatives;
    }

    /** Weight of all that was scored. */
    public double total() {
        return allPositives + allNegatives;
    }

    /** That of a step, which has to lie in [0, 1]. */
    double probability(int step) {
        if (score[step] < 0 || score[step] > 1) {
            throw new IllegalArgumentException("A probability lies in [0, 1], not at " + score[step] + ".");
        }
        return score[step];
    }

    /** Why a metric that needs both classes has no value; empty when it has one. */
    String missingClass() {
        if (total() == 0) {
            return "no account was scored";
        }
        if (allPositives == 0) {
            return "no fraudulent account was scored";
        }
        return allNegatives == 0 ? "no honest account was scored" : "";
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}

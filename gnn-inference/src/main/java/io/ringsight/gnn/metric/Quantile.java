package io.ringsight.gnn.metric;

/** Straight between order statistics: type 7 of R. J. Hyndman, Y. Fan, The American Statistician 50 (1996). */
final class Quantile {
    private Quantile() {}

    /** @param sorted ascending, at least one */
    static double of(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}

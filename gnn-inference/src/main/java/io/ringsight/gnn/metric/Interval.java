package io.ringsight.gnn.metric;

/**
 * Where a value lies with the confidence of {@link #LEVEL}.
 *
 * @param low finite
 * @param high not below {@code low}
 */
public record Interval(double low, double high) {
    /** Confidence of every interval the lab reports. */
    public static final double LEVEL = 0.9;

    /** Standard normal deviations that leave (1 - LEVEL) / 2 on either side. */
    private static final double DEVIATIONS = 1.6448536269514722;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval goes up, not from " + low + " to " + high + ".");
        }
    }

    /**
     * Of a share, from how many of how many. E. B. Wilson: Probable inference, the law of succession, and statistical
     * inference, Journal of the American Statistical Association 22 (1927), doi:10.1080/01621459.1927.10502953.
     *
     * @param all positive
     */
    public static Interval wilson(double some, double all) {
        double share = some / all;
        double squared = DEVIATIONS * DEVIATIONS;
        double centre = (share + squared / (2 * all)) / (1 + squared / all);
        double half =
                DEVIATIONS / (1 + squared / all) * Math.sqrt(share * (1 - share) / all + squared / (4 * all * all));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}

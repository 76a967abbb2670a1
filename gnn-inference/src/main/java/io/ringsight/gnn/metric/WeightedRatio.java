package io.ringsight.gnn.metric;

/**
 * A metric that is a sum over accounts divided by another: a mean, a precision, a recall. Under weights both sums are weighted.
 * Keeps only the accounts that add anything. Immutable, thread-safe.
 */
public final class WeightedRatio {
    private final int[] account;
    private final double[] part;
    private final double[] whole;
    private final String reasonWhenEmpty;

    /**
     * @param part double[accounts]
     * @param whole double[accounts], not negative
     * @param reasonWhenEmpty why there is no value when the wholes sum to nothing
     */
    public WeightedRatio(double[] part, double[] whole, String reasonWhenEmpty) {
        int size = 0;
        for (int i = 0; i < part.length; i++) {
            size += part[i] != 0 || whole[i] != 0 ? 1 : 0;
        }
        this.account = new int[size];
        this.part = new double[size];
        this.whole = new double[size];
        this.reasonWhenEmpty = reasonWhenEmpty;
        int at = 0;
        for (int i = 0; i < part.length; i++) {
            if (part[i] != 0 || whole[i] != 0) {
                this.account[at] = i;
                this.part[at] = part[i];
                this.whole[at++] = whole[i];
            }
        }
    }

    /** @param weight double[accounts], not negative */
    public Measure measure(double[] weight) {
        double parts = 0;
        double wholes = 0;
        for (int i = 0; i < account.length; i++) {
            double times = weight[account[i]];
            parts += times * part[i];
            wholes += times * whole[i];
        }
        return Measure.ratio(parts, wholes, reasonWhenEmpty);
    }
}

package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.WeightedRatio;

/**
 * Honest accounts drawn into risky rings: whom an investigator would look at, or the onboarding turn away, for no reason.
 * Counted wherever the ring has members, scored or not. Immutable, thread-safe.
 */
public final class HonestInRings {
    private final int count;
    private final WeightedRatio share;

    private HonestInRings(int count, WeightedRatio share) {
        this.count = count;
        this.share = share;
    }

    public static HonestInRings of(JudgedAccounts accounts) {
        double[] drawnIn = new double[accounts.size()];
        double[] honest = new double[accounts.size()];
        int count = 0;
        for (int i = 0; i < drawnIn.length; i++) {
            if (accounts.scored()[i] && !accounts.fraud()[i]) {
                honest[i] = 1;
                drawnIn[i] = accounts.predicted()[i] >= 0 ? 1 : 0;
                count += accounts.predicted()[i] >= 0 ? 1 : 0;
            }
        }
        return new HonestInRings(count, new WeightedRatio(drawnIn, honest, "no honest account was scored"));
    }

    /** Scored honest accounts in risky rings. */
    public int count() {
        return count;
    }

    /** Of the scored honest accounts. */
    public Measure share(double[] weight) {
        return share.measure(weight);
    }
}

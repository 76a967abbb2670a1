package io.ringsight.detect.evaluation;

import java.util.Arrays;

/**
 * Knows the truth, but may use only what connects accounts: its rings are the reachable groups of at least two. A member of
 * one that is fraudulent has risk 1, everybody else the prior. Where the truth tells who is reachable, rings can hardly be
 * better. Rankings can: lone fraud and members that nothing connects rank here like the honest.
 */
final class Oracle {
    static final String NAME = "oracle";

    private Oracle() {}

    static Verdicts judge(Truth truth, double prior) {
        int[] group = truth.reachableGroup();
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        int[] size = new int[groups];
        int[] fraud = new int[groups];
        for (int i = 0; i < group.length; i++) {
            if (group[i] >= 0) {
                size[group[i]]++;
                fraud[group[i]] += truth.fraud()[i] ? 1 : 0;
            }
        }
        double[] risk = new double[truth.size()];
        int[] ring = new int[truth.size()];
        double[] ringRisk = new double[groups];
        Arrays.setAll(ringRisk, g -> fraud[g] * 2 >= size[g] && fraud[g] > 0 ? 1 : 0);
        for (int i = 0; i < ring.length; i++) {
            boolean found = group[i] >= 0 && size[group[i]] >= 2;
            ring[i] = found ? group[i] : -1;
            risk[i] = found && truth.fraud()[i] ? 1 : prior;
        }
        return Verdicts.withoutLinks(NAME, truth.accountIds(), risk, false, ring, ringRisk);
    }
}

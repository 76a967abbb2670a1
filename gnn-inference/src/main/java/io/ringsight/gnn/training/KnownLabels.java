package io.ringsight.gnn.training;

import java.util.random.RandomGenerator;

/** What the accounts of a subgraph are known to be, as the network reads it. */
public final class KnownLabels {
    private KnownLabels() {}

    /**
     * @param accounts account numbers
     * @param known byte[all accounts]: 1 fraud, -1 legit, 0 unknown
     * @param hide probability with which each is hidden
     * @return float32[accounts][2]: fraud, legit
     */
    public static float[] columns(int[] accounts, byte[] known, double hide, RandomGenerator random) {
        float[] columns = new float[2 * accounts.length];
        for (int i = 0; i < accounts.length; i++) {
            byte label = known[accounts[i]];
            if (label != 0 && (hide == 0 || random.nextDouble() >= hide)) {
                columns[2 * i + (label > 0 ? 0 : 1)] = 1;
            }
        }
        return columns;
    }
}

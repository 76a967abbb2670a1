package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.Resampling;

/** How a population is drawn again: a true ring as one, everybody else singly; among rings, lone fraudsters and the honest. */
public final class RingResampling {
    private static final int IN_RING = 0;
    private static final int LONE_FRAUD = 1;
    private static final int HONEST = 2;

    private RingResampling() {}

    /**
     * @param ring int[accounts], from 0: the true ring; -1 in none
     * @param fraud boolean[accounts]
     * @param counts boolean[accounts]: the others weigh 0 in every replicate
     */
    public static Resampling of(int[] ring, boolean[] fraud, boolean[] counts) {
        int rings = 0;
        for (int r : ring) {
            rings = Math.max(rings, r + 1);
        }
        int[] unit = new int[ring.length];
        int[] stratum = new int[ring.length];
        for (int i = 0; i < ring.length; i++) {
            stratum[i] = ring[i] >= 0 ? IN_RING : fraud[i] ? LONE_FRAUD : HONEST;
            unit[i] = !counts[i] ? -1 : ring[i] >= 0 ? ring[i] : rings + i;
        }
        return Resampling.of(unit, stratum);
    }
}

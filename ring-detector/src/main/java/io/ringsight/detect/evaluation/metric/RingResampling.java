package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.Resampling;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * How a population is drawn again: a true ring as one, everybody else singly; among rings, lone fraudsters and the honest.
 * Honest accounts come in households and as several of one person, and still are drawn one by one: intervals of what depends on
 * the honest (honest accounts in risky rings, recall at a false-positive rate) are somewhat too narrow.
 */
public final class RingResampling {
    private static final int IN_RING = 0;
    private static final int LONE_FRAUD = 1;
    private static final int HONEST = 2;
    private static final int KINDS = 3;

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
            stratum[i] = kind(ring[i], fraud[i]);
            unit[i] = !counts[i] ? -1 : ring[i] >= 0 ? ring[i] : rings + i;
        }
        return Resampling.of(unit, stratum);
    }

    /**
     * The same within each group of accounts, one draw for all groups: a ring's members in two groups are drawn apart.
     *
     * @param group int[accounts], from 0; -1: weighs 0 in every replicate
     */
    public static Resampling within(int[] group, int[] ring, boolean[] fraud, boolean[] counts) {
        int[] unit = new int[ring.length];
        int[] stratum = new int[ring.length];
        var ringUnits = new Long2IntOpenHashMap();
        int units = 0;
        for (int i = 0; i < ring.length; i++) {
            stratum[i] = group[i] * KINDS + kind(ring[i], fraud[i]);
            if (!counts[i] || group[i] < 0) {
                unit[i] = -1;
            } else if (ring[i] < 0) {
                unit[i] = units++;
            } else {
                long key = (long) group[i] << 32 | ring[i];
                if (!ringUnits.containsKey(key)) {
                    ringUnits.put(key, units++);
                }
                unit[i] = ringUnits.get(key);
            }
        }
        return Resampling.of(unit, stratum);
    }

    private static int kind(int ring, boolean fraud) {
        return ring >= 0 ? IN_RING : fraud ? LONE_FRAUD : HONEST;
    }
}

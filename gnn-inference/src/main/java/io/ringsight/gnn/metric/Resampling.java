package io.ringsight.gnn.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which accounts are drawn together, and among whom: units of accounts (a ring stands or falls as one) are drawn with
 * replacement, as many as there are, within each stratum. B. Efron: Bootstrap methods: another look at the jackknife, Annals of
 * Statistics 7 (1979), doi:10.1214/aos/1176344552; whole clusters: A. C. Davison, D. V. Hinkley: Bootstrap Methods and their
 * Application (1997), section 3.8. Immutable, thread-safe.
 */
public final class Resampling {
    private final int[] unit; // int[accounts], -1 when the account does not count
    private final int[] stratumStart; // int[strata + 1]: units are numbered stratum by stratum
    private final int units;

    private Resampling(int[] unit, int[] stratumStart) {
        this.unit = unit;
        this.stratumStart = stratumStart;
        this.units = stratumStart[stratumStart.length - 1];
    }

    /**
     * @param unit int[accounts]: accounts with an equal number from 0 are drawn together; -1 when the account does not count
     * @param stratum int[accounts], from 0: that of the unit, equal for all accounts of one; not read where unit is -1
     */
    public static Resampling of(int[] unit, int[] stratum) {
        int units = Arrays.stream(unit).max().orElse(-1) + 1;
        int[] stratumOf = new int[units];
        Arrays.fill(stratumOf, -1);
        int strata = 0;
        for (int i = 0; i < unit.length; i++) {
            if (unit[i] >= 0) {
                if (stratumOf[unit[i]] >= 0 && stratumOf[unit[i]] != stratum[i]) {
                    throw new IllegalArgumentException("A unit lies in one stratum; unit %d lies in %d and %d."
                            .formatted(unit[i], stratumOf[unit[i]], stratum[i]));
                }
                stratumOf[unit[i]] = stratum[i];
                strata = Math.max(strata, stratum[i] + 1);
            }
        }
        int[] start = new int[strata + 1];
        for (int s : stratumOf) {
            if (s >= 0) {
                start[s + 1]++;
            }
        }
        for (int s = 0; s < strata; s++) {
            start[s + 1] += start[s];
        }
        int[] next = start.clone();
        int[] number = new int[units];
        for (int u = 0; u < units; u++) {
            number[u] = stratumOf[u] < 0 ? -1 : next[stratumOf[u]]++;
        }
        return new Resampling(
                Arrays.stream(unit).map(u -> u < 0 ? -1 : number[u]).toArray(), start);
    }

    /** Every account that counts on its own, in one stratum. */
    public static Resampling single(boolean[] counts) {
        int[] unit = new int[counts.length];
        int units = 0;
        for (int i = 0; i < counts.length; i++) {
            unit[i] = counts[i] ? units++ : -1;
        }
        return of(unit, new int[counts.length]);
    }

    /** Accounts, counted or not. */
    public int size() {
        return unit.length;
    }

    /** 1 for each account that counts, 0 for the others: the sample itself. */
    public double[] sample() {
        return Arrays.stream(unit).mapToDouble(u -> u < 0 ? 0 : 1).toArray();
    }

    /**
     * How often each account is there in one replicate; depends on nothing but the seed and the replicate's number.
     *
     * @param weight double[accounts], overwritten
     */
    public void draw(long seed, int replicate, double[] weight) {
        var random = new SplittableRandom(new SplittableRandom(seed).nextLong() + replicate);
        int[] times = new int[units];
        for (int s = 0; s + 1 < stratumStart.length; s++) {
            long size = (long) stratumStart[s + 1] - stratumStart[s];
            for (int n = 0; n < size; n++) {
                // 32 random bits times the size: never a division, and a bias below 2^-32 times the size
                times[stratumStart[s] + (int) ((random.nextLong() >>> 32) * size >>> 32)]++;
            }
        }
        for (int i = 0; i < unit.length; i++) {
            weight[i] = unit[i] < 0 ? 0 : times[unit[i]];
        }
    }
}

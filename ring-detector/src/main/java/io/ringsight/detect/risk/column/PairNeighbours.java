package io.ringsight.detect.risk.column;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.WeighedPairs;

/**
 * Accounts beside each account, in compressed sparse rows by account number: the pairs that evidence weighed, each at both of its ends.
 * Arrays are not copied.
 *
 * @param offsets int[accounts + 1]
 * @param account int[2 * pairs], the neighbour; by pair number within a row
 * @param control float[2 * pairs], that both are under common control
 * @param hands float[2 * pairs], that both are different identities in the same hands
 */
public record PairNeighbours(int[] offsets, int[] account, float[] control, float[] hands) {

    public static PairNeighbours of(WeighedPairs pairs, AccountOrder order) {
        int[] offsets = new int[order.size() + 1];
        for (int pair = 0; pair < pairs.size(); pair++) {
            offsets[order.account(pairs.lower(pair)) + 1]++;
            offsets[order.account(pairs.upper(pair)) + 1]++;
        }
        for (int account = 0; account < order.size(); account++) {
            offsets[account + 1] += offsets[account];
        }
        int[] next = offsets.clone();
        int[] account = new int[2 * pairs.size()];
        float[] control = new float[account.length];
        float[] hands = new float[account.length];
        for (int pair = 0; pair < pairs.size(); pair++) {
            int a = order.account(pairs.lower(pair));
            int b = order.account(pairs.upper(pair));
            account[next[a]] = b;
            account[next[b]] = a;
            float together = (float) pairs.probability(pair);
            float others = (float) (pairs.probability(pair) * pairs.operated(pair));
            for (int at : new int[] {next[a]++, next[b]++}) {
                control[at] = together;
                hands[at] = others;
            }
        }
        return new PairNeighbours(offsets, account, control, hands);
    }

    /** The neighbours' values, each counted {@code weight} times, added up. */
    float[] sum(float[] values, float[] weight) {
        float[] sums = new float[values.length];
        for (int of = 0; of < sums.length; of++) {
            double sum = 0;
            for (int at = offsets[of]; at < offsets[of + 1]; at++) {
                sum += weight[at] * values[account[at]];
            }
            sums[of] = (float) sum;
        }
        return sums;
    }

    /** The weighted mean of the neighbours' values; NaN where there is none. */
    float[] mean(float[] values, float[] weight) {
        float[] means = new float[values.length];
        for (int of = 0; of < means.length; of++) {
            double sum = 0;
            double all = 0;
            for (int at = offsets[of]; at < offsets[of + 1]; at++) {
                sum += weight[at] * values[account[at]];
                all += weight[at];
            }
            means[of] = all > 0 ? (float) (sum / all) : Float.NaN;
        }
        return means;
    }

    /** The largest weight times value of a neighbour of value above zero, else 0. */
    float[] most(float[] values, float[] weight) {
        float[] most = new float[values.length];
        for (int of = 0; of < most.length; of++) {
            for (int at = offsets[of]; at < offsets[of + 1]; at++) {
                most[of] = Math.max(most[of], weight[at] * values[account[at]]);
            }
        }
        return most;
    }
}

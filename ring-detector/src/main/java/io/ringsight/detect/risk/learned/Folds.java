package io.ringsight.detect.risk.learned;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.learner.GroupFolds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * In which fold each account was that taught: rings stay together (see {@link GroupFolds}), so that nobody is judged by what was
 * learned from its own ring.
 * M. Stone: Cross-validatory choice and assessment of statistical predictions, JRSS B 36 (1974). Immutable.
 *
 * @param byHash fold by {@link AccountOrder#hash} of the account id
 */
public record Folds(Map<Long, Integer> byHash) {
    public static final int COUNT = GroupFolds.COUNT;

    private static final byte NONE = -1;

    public Folds {
        byHash = Map.copyOf(byHash);
    }

    /** @param labels byte[accounts], by account number; accounts with 0 teach nothing */
    static Folds of(Findings findings, byte[] labels) {
        var folds = new HashMap<Long, Integer>();
        AccountOrder order = findings.order();
        int[] foldOf = GroupFolds.of(findings.snapshot(), order, findings.ringByRank());
        for (int rank = 0; rank < order.size(); rank++) {
            int account = order.account(rank);
            if (labels[account] != 0) {
                folds.put(order.hash(rank), foldOf[account]);
            }
        }
        return new Folds(folds);
    }

    /** byte[accounts], by account number of a snapshot; -1 for those that taught nothing. */
    byte[] byAccount(AccountOrder order) {
        byte[] fold = new byte[order.size()];
        Arrays.fill(fold, NONE);
        for (int rank = 0; rank < fold.length; rank++) {
            fold[order.account(rank)] =
                    byHash.getOrDefault(order.hash(rank), (int) NONE).byteValue();
        }
        return fold;
    }
}

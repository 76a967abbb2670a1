package io.ringsight.detect.risk.network;

import io.ringsight.detect.cluster.IdentityComponents;
import io.ringsight.detect.cluster.Partition;
import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.evidence.AccountOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Accounts in folds, so that one ring never lies in two: whoever is in one ring that evidence finds, or uses an identifier of at most
 * {@value #FEW} accounts together, goes into one fold. Every account is in a fold, whether it has a label or not. Depends on ids, not on how
 * the snapshot numbers its accounts.
 */
final class GroupFolds {
    /** Accounts: what more use holds nobody together here, or most would be in one fold. */
    static final int FEW = 5;

    private GroupFolds() {}

    /** int[accounts], by account number: 0 to {@code folds - 1}. */
    static int[] of(EvidencedView view, int folds) {
        var order = new AccountOrder(view.snapshot());
        int[] group = groups(view, order).group();
        int[] first = new int[group.length]; // int[groups]: least rank of a member
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int account = 0; account < group.length; account++) {
            first[group[account]] = Math.min(first[group[account]], order.rank(account));
        }
        int[] fold = new int[group.length];
        Arrays.setAll(fold, account -> (int) Long.remainderUnsigned(order.hash(first[group[account]]), folds));
        return fold;
    }

    private static Partition groups(EvidencedView view, AccountOrder order) {
        int[] component = IdentityComponents.of(view.snapshot(), FEW).group();
        var sets = new UnionFind(component.length);
        int[] firstOf = new int[component.length];
        Arrays.fill(firstOf, -1);
        Map<String, Integer> firstOfRing = new HashMap<>();
        for (int account = 0; account < component.length; account++) {
            if (firstOf[component[account]] < 0) {
                firstOf[component[account]] = account;
            }
            sets.union(firstOf[component[account]], account);
            String ring = view.detection().accounts().get(order.rank(account)).ringId();
            if (ring != null) {
                Integer first = firstOfRing.putIfAbsent(ring, account);
                sets.union(first == null ? account : first, account);
            }
        }
        return sets.partition();
    }
}

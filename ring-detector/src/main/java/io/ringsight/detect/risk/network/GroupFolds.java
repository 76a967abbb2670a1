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
 * {@value #FEW} accounts together, goes into one fold. Where that would tie too many together to make folds, identifiers of fewer
 * accounts tie, in the end rings alone. Every account is in a fold, whether it has a label or not. Depends on ids, not on how the snapshot
 * numbers its accounts.
 */
final class GroupFolds {
    static final int FEW = 5;

    private GroupFolds() {}

    /** int[accounts], by account number: 0 to {@code folds - 1}. */
    static int[] of(EvidencedView view, int folds) {
        var order = new AccountOrder(view.snapshot());
        int few = FEW;
        Partition groups = groups(view, order, few);
        while (few > 1 && largest(groups) * 2L * folds > order.size()) {
            few--;
            groups = groups(view, order, few);
        }
        return folds(groups, order, folds);
    }

    private static int[] folds(Partition groups, AccountOrder order, int folds) {
        int[] group = groups.group();
        int[] first = new int[groups.groupCount()]; // least rank of a member
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int account = 0; account < group.length; account++) {
            first[group[account]] = Math.min(first[group[account]], order.rank(account));
        }
        int[] fold = new int[group.length];
        Arrays.setAll(fold, account -> (int) Long.remainderUnsigned(order.hash(first[group[account]]), folds));
        return fold;
    }

    private static Partition groups(EvidencedView view, AccountOrder order, int few) {
        Partition components = IdentityComponents.of(view.snapshot(), few);
        var sets = new UnionFind(order.size());
        int[] firstOf = new int[components.groupCount()];
        Arrays.fill(firstOf, -1);
        Map<String, Integer> firstOfRing = new HashMap<>();
        for (int account = 0; account < order.size(); account++) {
            int component = components.group()[account];
            if (firstOf[component] < 0) {
                firstOf[component] = account;
            }
            sets.union(firstOf[component], account);
            String ring = view.detection().accounts().get(order.rank(account)).ringId();
            Integer first = ring == null ? null : firstOfRing.putIfAbsent(ring, account);
            if (first != null) {
                sets.union(first, account);
            }
        }
        return sets.partition();
    }

    private static int largest(Partition groups) {
        int[] size = new int[groups.groupCount()];
        for (int group : groups.group()) {
            size[group]++;
        }
        return Arrays.stream(size).max().orElse(0);
    }
}

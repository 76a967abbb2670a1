package io.ringsight.detect.risk.learner;

import io.ringsight.detect.cluster.IdentityComponents;
import io.ringsight.detect.cluster.Partition;
import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Accounts in folds, so that one ring never lies in two: whoever is in one ring that evidence finds, or uses an identifier of at most
 * {@value #FEW} accounts together, goes into one fold. Where that would tie too many together to make folds, identifiers of fewer
 * accounts tie, in the end rings alone. Every account is in a fold, whether it has a label or not. Depends on ids, not on how the snapshot
 * numbers its accounts.
 */
public final class GroupFolds {
    /** Folds, as a rule: each learns from three quarters. */
    public static final int COUNT = 4;

    static final int FEW = 5;

    private GroupFolds() {}

    /**
     * @param ringByRank int[accounts], number of the ring of each account, by rank; -1 for none
     * @return int[accounts], by account number: 0 to {@link #COUNT} - 1
     */
    public static int[] of(IdentityGraph snapshot, AccountOrder order, int[] ringByRank) {
        int few = FEW;
        Partition groups = groups(snapshot, order, ringByRank, few);
        while (few > 1 && largest(groups) * 2L * COUNT > order.size()) {
            few--;
            groups = groups(snapshot, order, ringByRank, few);
        }
        return folds(groups, order, COUNT);
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

    private static Partition groups(IdentityGraph snapshot, AccountOrder order, int[] ringByRank, int few) {
        Partition components = IdentityComponents.of(snapshot, few);
        var sets = new UnionFind(order.size());
        int[] firstOf = new int[components.groupCount()];
        Arrays.fill(firstOf, -1);
        Map<Integer, Integer> firstOfRing = new HashMap<>();
        for (int account = 0; account < order.size(); account++) {
            int component = components.group()[account];
            if (firstOf[component] < 0) {
                firstOf[component] = account;
            }
            sets.union(firstOf[component], account);
            int ring = ringByRank[order.rank(account)];
            Integer first = ring < 0 ? null : firstOfRing.putIfAbsent(ring, account);
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

package io.ringsight.detect.link;

import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.AccountOrder;
import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Arrays;
import java.util.List;

/** Pairs that investigators cut or bonded, accounts by rank. Immutable, thread-safe. */
public final class JudgedPairs {
    /** How sure a bond makes: as sure as anything is. */
    public static final double BOND = 0.999;

    private final LongSet cuts;
    private final long[] bonds; // ascending, by (a, b)

    private JudgedPairs(LongSet cuts, long[] bonds) {
        this.cuts = cuts;
        this.bonds = bonds;
    }

    public static JudgedPairs none() {
        return new JudgedPairs(LongSet.of(), new long[0]);
    }

    /** Those of accounts that the snapshot knows. */
    public static JudgedPairs of(Judgements judgements, AccountOrder order) {
        long[] bonds = keys(judgements.bonds(), order);
        LongArrays.quickSort(bonds);
        return new JudgedPairs(new LongOpenHashSet(keys(judgements.cuts(), order)), bonds);
    }

    private static long[] keys(List<Subject.Pair> pairs, AccountOrder order) {
        return pairs.stream()
                .filter(pair -> order.rankOf(pair.accountA()) >= 0 && order.rankOf(pair.accountB()) >= 0)
                .mapToLong(pair -> key(order.rankOf(pair.accountA()), order.rankOf(pair.accountB())))
                .toArray();
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    public boolean isCut(int a, int b) {
        return cuts.contains(key(a, b));
    }

    boolean isBonded(int a, int b) {
        return Arrays.binarySearch(bonds, key(a, b)) >= 0;
    }

    int bonds() {
        return bonds.length;
    }

    int a(int bond) {
        return (int) (bonds[bond] >>> 32);
    }

    int b(int bond) {
        return (int) bonds[bond];
    }

    /** Groups, with those put together that a bond ties: each ascending, in the order of their first account. */
    public int[][] join(int[][] groups, int accounts) {
        if (bonds.length == 0) {
            return groups;
        }
        var sets = UnionFind.of(accounts, groups);
        for (int bond = 0; bond < bonds.length; bond++) {
            sets.union(a(bond), b(bond));
        }
        return sets.groups();
    }
}

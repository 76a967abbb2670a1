package io.ringsight.detect.cluster;

import io.ringsight.ingest.snapshot.IdentityGraph;

/** Accounts that reach each other through any shared identifiers at all, hubs included: the ceiling of every ring. */
public final class IdentityComponents {
    private IdentityComponents() {}

    /** Near-linear in sightings; accounts by their number in the snapshot. */
    public static Partition of(IdentityGraph graph) {
        return of(graph, Integer.MAX_VALUE);
    }

    /** Through identifiers of at most {@code mostAccounts} accounts. */
    public static Partition of(IdentityGraph graph, int mostAccounts) {
        var sets = new UnionFind(graph.accountCount());
        int from = 0;
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int to = graph.firstUse(identifier + 1);
            if (to - from <= mostAccounts || graph.degree(identifier) <= mostAccounts) {
                for (int use = from + 1; use < to; use++) {
                    sets.union(graph.accountOf(use - 1), graph.accountOf(use));
                }
            }
            from = to;
        }
        return sets.partition();
    }
}

package io.ringsight.gnn.graph;

import io.ringsight.gnn.feature.AccountHash;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;

/**
 * A snapshot as the network sees it.
 *
 * @param moment of the snapshot, milliseconds since 1970 UTC: nothing in it is newer
 * @param graph who shares what
 * @param pairs features of pairs
 * @param accounts features of accounts, by account number of the snapshot
 * @param createdAt long[accounts], milliseconds since 1970 UTC; not copied
 * @param idHash long[accounts], {@link AccountHash} of the account ids; not copied
 */
public record GraphView(
        long moment, RelationGraph graph, PairFeatures pairs, AccountTable accounts, long[] createdAt, long[] idHash) {

    public GraphView {
        if (accounts.accountCount() != graph.accountCount() || createdAt.length != graph.accountCount()) {
            throw new IllegalArgumentException(
                    "The table has " + accounts.accountCount() + " accounts, the graph " + graph.accountCount() + ".");
        }
    }

    /**
     * @param snapshot nothing in which is newer than {@code moment}: see {@link IdentityGraph#asOf}
     * @param more columns of the caller, by account number of the snapshot; may have no columns
     */
    public static GraphView of(
            IdentityGraph snapshot, long moment, Resemblances resemblances, AccountTable more, Progress progress) {
        if (snapshot.newestTime() > moment) {
            throw new IllegalArgumentException("The snapshot knows of " + snapshot.newestTime()
                    + ", which is after the moment " + moment + ". Maybe cut it with asOf first.");
        }
        var graph = RelationGraph.of(snapshot, resemblances);
        progress.check();
        var pairs = PairFeatures.of(graph, snapshot, moment, progress);
        var own = AccountFeatures.of(graph, snapshot, pairs, progress);
        long[] createdAt = new long[snapshot.accountCount()];
        long[] idHash = new long[createdAt.length];
        for (int account = 0; account < createdAt.length; account++) {
            createdAt[account] = snapshot.createdAt(account);
            idHash[account] = AccountHash.of(snapshot.accountId(account));
        }
        return new GraphView(moment, graph, pairs, more.width() == 0 ? own : own.with(more), createdAt, idHash);
    }

    public FeatureSchema schema() {
        List<String> relations =
                graph.types().all().stream().map(type -> type.name()).toList();
        return new FeatureSchema(relations, PairFeatures.NAMES, accounts.names());
    }
}

package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pairs that are under common control with a probability of at least one half. What they connect is a ring. Immutable.
 */
final class LinkedPairs {
    /** log2 odds of one half. */
    static final double FLOOR = 0;

    private final IdentityGraph graph;
    private final BlockedPairs pairs;
    private final PairScores scores;
    private final int[] linked; // numbers of pairs, ascending

    LinkedPairs(IdentityGraph graph, BlockedPairs pairs, PairScores scores) {
        this.graph = graph;
        this.pairs = pairs;
        this.scores = scores;
        var found = new IntArrayList();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (scores.bits(pairs.lower(pair), pairs.higher(pair)) >= FLOOR) {
                found.add(pair);
            }
        }
        this.linked = found.toIntArray();
    }

    GroupSizes sizes() {
        var sets = new UnionFind(graph.accountCount());
        for (int pair : linked) {
            sets.union(pairs.lower(pair), pairs.higher(pair));
        }
        return new GroupSizes(graph, sets.partition());
    }

    List<Link> links() {
        var links = new ArrayList<Link>();
        for (int pair : linked) {
            int a = pairs.lower(pair);
            int b = pairs.higher(pair);
            String one = graph.accountId(a);
            String other = graph.accountId(b);
            boolean inOrder = CodePointOrder.INSTANCE.compare(one, other) < 0;
            links.add(new Link(
                    inOrder ? one : other,
                    inOrder ? other : one,
                    LogOdds.probability(scores.bits(a, b)),
                    scores.evidence(a, b)));
        }
        links.sort(Comparator.comparing(Link::accountA, CodePointOrder.INSTANCE)
                .thenComparing(Link::accountB, CodePointOrder.INSTANCE));
        return links;
    }
}

package io.ringsight.detect.link;

import io.ringsight.detect.cluster.WeightedGraph;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.WeighedPairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pairs that are probable enough to keep, accounts by rank of id: ordered by (a, b), a before b. Immutable, thread-safe. */
public final class LinkTable {
    private final WeighedPairs pairs;
    private final int[] pair; // int[links], number among the pairs

    private LinkTable(WeighedPairs pairs, int[] pair) {
        this.pairs = pairs;
        this.pair = pair;
    }

    /** The pairs of at least {@code floor}. */
    public static LinkTable of(WeighedPairs pairs, double floor) {
        int[] kept = new int[pairs.size()];
        int size = 0;
        for (int p = 0; p < pairs.size(); p++) {
            if (pairs.probability(p) >= floor) {
                kept[size++] = p;
            }
        }
        return new LinkTable(pairs, Arrays.copyOf(kept, size));
    }

    public int size() {
        return pair.length;
    }

    public int a(int link) {
        return pairs.lower(pair[link]);
    }

    public int b(int link) {
        return pairs.upper(pair[link]);
    }

    public double probability(int link) {
        return pairs.probability(pair[link]);
    }

    /** That the two are different identities in the same hands, given that they are under common control. */
    public double operated(int link) {
        return pairs.operated(pair[link]);
    }

    /** What speaks for and against that, strongest first. */
    public List<Evidence> evidenceOfOperation(int link) {
        return pairs.evidenceOfOperation(pair[link]);
    }

    /** The links of at least that probability as a graph over ranks. */
    public WeightedGraph graph(int accountCount, double floor) {
        int[] from = new int[pair.length];
        int[] to = new int[pair.length];
        double[] weight = new double[pair.length];
        int size = 0;
        for (int link = 0; link < pair.length; link++) {
            if (probability(link) >= floor) {
                from[size] = a(link);
                to[size] = b(link);
                weight[size++] = probability(link);
            }
        }
        return WeightedGraph.of(
                accountCount, Arrays.copyOf(from, size), Arrays.copyOf(to, size), Arrays.copyOf(weight, size));
    }

    /** The links with their evidence, which is worked out here rather than kept. */
    public List<Link> links(AccountOrder order) {
        var links = new ArrayList<Link>(pair.length);
        for (int link = 0; link < pair.length; link++) {
            links.add(new Link(order.id(a(link)), order.id(b(link)), probability(link), pairs.evidence(pair[link])));
        }
        return links;
    }
}

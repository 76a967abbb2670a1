package io.ringsight.detect.cluster;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/**
 * V. A. Traag, L. Waltman, N. J. van Eck: From Louvain to Leiden: guaranteeing well-connected communities, Scientific
 * Reports 9, 5233 (2019), doi:10.1038/s41598-019-41695-z: fast local moving, randomised refinement, aggregation, until
 * nothing moves. Modularity is maximised as the constant Potts model with strengths for node weights.
 *
 * <p>About linear in edges an iteration. In large graphs later iterations look again only at communities that have changed since they
 * were refined (pruning as in S. Sahu: GVE-Leiden: Fast Leiden Algorithm for Community Detection in Shared Memory
 * Setting, 2023, arXiv:2312.13936, here by community); the others stay whole, yet can be joined and left.
 *
 * <p>Random are the choices of the refinement; they follow from the seed, so one graph and one seed give one partition.
 * Every community is connected. One instance, one run.
 */
public final class Leiden {
    /** Smaller graphs cost so little that every iteration looks at everything. */
    private static final int PRUNED_FROM = 20_000; // nodes

    private final LeidenParameters parameters;
    private final SplitMix random;
    private final double resolution;
    private LeidenLevel flat;
    private int[] community; // of each node, numbered from 0
    private int[] order; // the node that each node of the flat level is in the graph
    private int[] refinedAs = {}; // the communities that were refined last, none yet

    private Leiden(WeightedGraph graph, LeidenParameters parameters, long seed) {
        this.parameters = parameters;
        random = new SplitMix(seed);
        double[] nodeWeights = Quality.nodeWeights(graph, parameters.quality());
        flat = LeidenLevel.of(graph, nodeWeights);
        resolution = Quality.potts(graph, parameters);
        community = identity(graph.nodeCount());
        order = community.clone();
    }

    public static LeidenResult run(WeightedGraph graph, LeidenParameters parameters, long seed) {
        var leiden = new Leiden(graph, parameters, seed);
        int iterations = 0;
        boolean moved = true;
        while (moved && iterations < parameters.maxIterations()) {
            moved = leiden.iterate();
            iterations++;
        }
        return leiden.result(iterations);
    }

    private LeidenResult result(int iterations) {
        Partition partition = ConnectedGroups.split(flat, community);
        double quality = Quality.of(flat, partition, parameters);
        int[] group = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            group[order[i]] = partition.group()[i];
        }
        LeidenLevel.renumber(group);
        return new LeidenResult(new Partition(group, partition.groupCount()), quality, iterations);
    }

    /** One iteration over all levels; says whether it changed anything. */
    private boolean iterate() {
        boolean moved = new LocalMoving(flat, community, resolution).run(unsettled());
        int communities = LeidenLevel.renumber(community);
        if (refinedAs.length == 0) {
            layOut(communities);
        }
        LeidenLevel level = flat;
        int[] labels = community;
        boolean[] settled = settled(labels, communities);
        refinedAs = labels.clone();
        var parts = new ArrayDeque<int[]>(); // from each level to the next, the uppermost first
        while (communities < level.size()) {
            Refinement.Parts refined = new Refinement(level, labels, resolution, parameters.randomness(), random)
                    .run(communities, settled);
            if (refined.count() == level.size()) {
                // Nothing could be merged inside the communities: aggregate by them, as Louvain does.
                refined = new Refinement.Parts(labels.clone(), communities);
            }
            parts.push(refined.part());
            labels = lifted(labels, refined);
            level = level.aggregate(refined.part(), refined.count());
            moved |= new LocalMoving(level, labels, resolution).run(all(level.size()));
            communities = LeidenLevel.renumber(labels);
            settled = new boolean[communities];
        }
        for (int[] part : parts) {
            labels = lowered(labels, part);
        }
        community = labels;
        return moved;
    }

    /** Puts the nodes of a community next to each other. */
    private void layOut(int communities) {
        order = LeidenLevel.grouped(community, new int[communities + 1]);
        flat = flat.reordered(order);
        community = lowered(community, order);
    }

    /** The nodes of communities that have changed since they were refined. */
    private BitSet unsettled() {
        boolean[] settled = settled(community, flat.size());
        var unsettled = new BitSet(flat.size());
        for (int node = 0; node < flat.size(); node++) {
            unsettled.set(node, !settled[community[node]]);
        }
        return unsettled;
    }

    private static BitSet all(int size) {
        var all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    private boolean[] settled(int[] labels, int communities) {
        return refinedAs.length < PRUNED_FROM
                ? new boolean[communities]
                : SettledGroups.of(refinedAs, labels, communities);
    }

    /** The label of each part. */
    private static int[] lifted(int[] labels, Refinement.Parts parts) {
        int[] lifted = new int[parts.count()];
        for (int node = 0; node < labels.length; node++) {
            lifted[parts.part()[node]] = labels[node];
        }
        return lifted;
    }

    /** The label of each node, from that of its part. */
    private static int[] lowered(int[] labels, int[] part) {
        int[] lowered = new int[part.length];
        for (int node = 0; node < part.length; node++) {
            lowered[node] = labels[part[node]];
        }
        return lowered;
    }

    private static int[] identity(int size) {
        int[] identity = new int[size];
        Arrays.setAll(identity, i -> i);
        return identity;
    }
}

package io.ringsight.detect.cluster;

import java.util.Arrays;

/**
 * V. A. Traag, L. Waltman, N. J. van Eck: From Louvain to Leiden: guaranteeing well-connected communities, Scientific
 * Reports 9, 5233 (2019), doi:10.1038/s41598-019-41695-z: fast local moving, randomised refinement, aggregation, until
 * nothing moves. Modularity is maximised as the constant Potts model with strengths for node weights.
 *
 * <p>About linear in edges an iteration. Random are the order of visits and the choices of the refinement; both follow
 * from the seed, so one graph and one seed give one partition. Every community is connected. One instance, one run.
 */
public final class Leiden {
    private final LeidenParameters parameters;
    private final SplitMix random;

    private Leiden(LeidenParameters parameters, long seed) {
        this.parameters = parameters;
        this.random = new SplitMix(seed);
    }

    public static LeidenResult run(WeightedGraph graph, LeidenParameters parameters, long seed) {
        return new Leiden(parameters, seed).run(graph);
    }

    private LeidenResult run(WeightedGraph graph) {
        double[] nodeWeights = Quality.nodeWeights(graph, parameters.quality());
        double resolution = Quality.potts(graph, parameters);
        var flat =
                new LeidenLevel(graph.offsets(), graph.neighbours(), graph.weights(), nodeWeights, graph.nodeCount());
        int[] community = identity(graph.nodeCount());
        int iterations = 0;
        boolean moved = true;
        while (moved && iterations < parameters.maxIterations()) {
            moved = iterate(flat, community, resolution);
            iterations++;
        }
        Partition partition = ConnectedGroups.split(graph, community);
        return new LeidenResult(partition, Quality.of(graph, partition, parameters), iterations);
    }

    /** One iteration over all levels; rewrites {@code community} and says whether it changed anything. */
    private boolean iterate(LeidenLevel flat, int[] community, double resolution) {
        LeidenLevel level = flat;
        int[] nodeOf = identity(community.length); // the present level's node that each original node is part of
        int[] labels = community.clone();
        boolean moved = false;
        while (true) {
            boolean movedHere = new LocalMoving(level, labels, resolution, random).run();
            moved |= movedHere;
            writeBack(community, nodeOf, labels);
            int communities = LeidenLevel.renumber(labels);
            if (communities == level.size()) {
                return moved;
            }
            int[] refined =
                    new Refinement(level, labels, communities, resolution, parameters.randomness(), random).run();
            int refinedCount = LeidenLevel.renumber(refined);
            if (refinedCount == level.size()) {
                // Nothing could be merged inside the communities: aggregate by them, as Louvain does.
                refined = labels.clone();
                refinedCount = communities;
            }
            int[] aggregatedLabels = new int[refinedCount];
            for (int node = 0; node < level.size(); node++) {
                aggregatedLabels[refined[node]] = labels[node];
            }
            for (int node = 0; node < nodeOf.length; node++) {
                nodeOf[node] = refined[nodeOf[node]];
            }
            level = level.aggregate(refined, refinedCount);
            labels = aggregatedLabels;
        }
    }

    private static void writeBack(int[] community, int[] nodeOf, int[] labels) {
        for (int node = 0; node < community.length; node++) {
            community[node] = labels[nodeOf[node]];
        }
    }

    private static int[] identity(int size) {
        int[] identity = new int[size];
        Arrays.setAll(identity, i -> i);
        return identity;
    }
}

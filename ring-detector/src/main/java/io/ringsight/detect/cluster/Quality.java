package io.ringsight.detect.cluster;

import java.util.Arrays;

/** What a partition is worth. */
public final class Quality {
    private Quality() {}

    /** Modularity or the constant Potts model, as the parameters say. */
    public static double of(WeightedGraph graph, Partition partition, LeidenParameters parameters) {
        return of(LeidenLevel.of(graph, nodeWeights(graph, parameters.quality())), partition, parameters);
    }

    static double of(LeidenLevel graph, Partition partition, LeidenParameters parameters) {
        int[] groups = partition.group();
        double[] groupWeights = new double[partition.groupCount()];
        double own = 0; // pairs of a node with itself
        double inner = 0; // each edge twice
        double total = 0; // likewise
        for (int node = 0; node < graph.size(); node++) {
            int group = groups[node];
            double weight = graph.nodeWeights()[node];
            groupWeights[group] += weight;
            own += weight * weight;
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                total += graph.weights()[at];
                if (groups[graph.neighbours()[at]] == group) {
                    inner += graph.weights()[at];
                }
            }
        }
        double squares = 0;
        for (double weight : groupWeights) {
            squares += weight * weight;
        }
        return switch (parameters.quality()) {
            case MODULARITY -> total == 0 ? 0 : (inner - parameters.resolution() * squares / total) / total;
            case CPM -> (inner - parameters.resolution() * (squares - own)) / 2;
        };
    }

    static double[] nodeWeights(WeightedGraph graph, LeidenParameters.Quality quality) {
        double[] weights = new double[graph.nodeCount()];
        switch (quality) {
            case CPM -> Arrays.fill(weights, 1);
            case MODULARITY -> {
                for (int node = 0; node < weights.length; node++) {
                    for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                        weights[node] += graph.weights()[at];
                    }
                }
            }
        }
        return weights;
    }

    /** The resolution of the Potts model over {@link #nodeWeights} that has the same optimum. */
    static double potts(WeightedGraph graph, LeidenParameters parameters) {
        return switch (parameters.quality()) {
            case CPM -> parameters.resolution();
            case MODULARITY -> parameters.resolution() / Math.max(total(graph), Double.MIN_NORMAL);
        };
    }

    /** Each edge twice. */
    private static double total(WeightedGraph graph) {
        double total = 0;
        for (double weight : graph.weights()) {
            total += weight;
        }
        return total;
    }
}

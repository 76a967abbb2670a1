package io.ringsight.detect.cluster;

import io.ringsight.ingest.progress.Progress;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Components by an engine, then Leiden inside each. A component's communities are a function of that component alone:
 * its nodes are numbered within it, and its seed comes from its content. Components run in parallel.
 */
public final class Clustering {
    private final ComponentEngine engine;
    private final LeidenParameters parameters;
    private final IntToLongFunction contentHash;
    private final long seed;

    /** @param contentHash of a node, from what it stands for and never from its number */
    public Clustering(ComponentEngine engine, LeidenParameters parameters, IntToLongFunction contentHash, long seed) {
        this.engine = engine;
        this.parameters = parameters;
        this.contentHash = contentHash;
        this.seed = seed;
    }

    /** Groups of two or more nodes, each ascending, in the order of their first node. */
    public int[][] groups(WeightedGraph graph, Progress progress) {
        int[][] components = Arrays.stream(engine.components(graph, progress).members())
                .filter(nodes -> nodes.length > 1)
                .toArray(int[][]::new);
        int[] local = new int[graph.nodeCount()]; // a node's number within its component
        for (int[] nodes : components) {
            for (int i = 0; i < nodes.length; i++) {
                local[nodes[i]] = i;
            }
        }
        return IntStream.range(0, components.length)
                .parallel()
                .mapToObj(c -> communities(graph, components[c], local))
                .flatMap(Arrays::stream)
                .filter(nodes -> nodes.length > 1)
                .sorted((x, y) -> Integer.compare(x[0], y[0]))
                .toArray(int[][]::new);
    }

    private int[][] communities(WeightedGraph graph, int[] nodes, int[] local) {
        if (cannotPart(graph, nodes)) {
            return new int[][] {nodes};
        }
        long content = seed;
        for (int node : nodes) {
            content = 31 * content + contentHash.applyAsLong(node);
        }
        Partition partition =
                Leiden.run(component(graph, nodes, local), parameters, content).partition();
        int[][] members = partition.members();
        for (int[] group : members) {
            for (int i = 0; i < group.length; i++) {
                group[i] = nodes[group[i]];
            }
        }
        return members;
    }

    /**
     * Parting n connected nodes into k loses at least k - 1 edges and, with the constant Potts model, wins at most
     * resolution * (k - 1) n^2 / 4: where the lightest edge outweighs n^2 / 4 * resolution the component is the optimum.
     */
    private boolean cannotPart(WeightedGraph graph, int[] nodes) {
        if (parameters.quality() != LeidenParameters.Quality.CPM) {
            return nodes.length < 3;
        }
        double won = parameters.resolution() * nodes.length * nodes.length / 4;
        for (int node : nodes) {
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                if (graph.weights()[at] < won) {
                    return false;
                }
            }
        }
        return true;
    }

    private static WeightedGraph component(WeightedGraph graph, int[] nodes, int[] local) {
        int[] offsets = new int[nodes.length + 1];
        for (int i = 0; i < nodes.length; i++) {
            offsets[i + 1] = offsets[i] + graph.degree(nodes[i]);
        }
        int[] neighbours = new int[offsets[nodes.length]];
        double[] weights = new double[neighbours.length];
        for (int i = 0; i < nodes.length; i++) {
            int from = graph.offsets()[nodes[i]];
            System.arraycopy(graph.weights(), from, weights, offsets[i], graph.degree(nodes[i]));
            for (int at = offsets[i]; at < offsets[i + 1]; at++) {
                neighbours[at] = local[graph.neighbours()[from + at - offsets[i]]];
            }
        }
        return new WeightedGraph(offsets, neighbours, weights);
    }
}

package io.ringsight.detect.gds;

import io.ringsight.cypher.Statement;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.cluster.LeidenParameters;
import io.ringsight.detect.cluster.LeidenResult;
import io.ringsight.detect.cluster.Partition;
import io.ringsight.detect.cluster.Quality;
import io.ringsight.detect.cluster.WeightedGraph;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Components and Leiden by the Graph Data Science library of the store. Links travel as parameters into a projection in
 * the server's memory, which is dropped afterwards, also after a failure; nothing is written. Thread-safe.
 */
public final class GdsEngine implements ComponentEngine {
    private final Store store;

    /** @throws RingsightException STORE_UNAVAILABLE when the server lacks the library: ask {@link Store#hasGds()} before */
    public GdsEngine(Store store) {
        if (!store.hasGds()) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The server at " + store.address().uri() + " has no Graph Data Science library.",
                    "Maybe use the engine in this process: it finds the same components.");
        }
        this.store = store;
    }

    /** The library where the server has it, else the engine in this process. */
    public static ComponentEngine orJvm(Store store) {
        return store.hasGds() ? new GdsEngine(store) : ComponentEngine.jvm();
    }

    @Override
    public String name() {
        return "gds";
    }

    @Override
    public Partition components(WeightedGraph graph, Progress progress) {
        progress.check();
        if (graph.edgeCount() == 0) {
            return Partition.of(unlabelled(graph));
        }
        return projected(graph, name -> {
            int[] labels = unlabelled(graph);
            store.stream(
                    Statement.GDS_COMPONENTS.with(Map.of("name", name)),
                    row -> labels[row.get("node").asInt()] =
                            Math.toIntExact(row.get("component").asLong()));
            return Partition.of(labels);
        });
    }

    /** Leiden for modularity, the only quality that the library maximises. */
    public LeidenResult leiden(WeightedGraph graph, LeidenParameters parameters, long seed) {
        if (parameters.quality() != LeidenParameters.Quality.MODULARITY) {
            throw new IllegalArgumentException("The library maximises modularity, not " + parameters.quality() + ".");
        }
        return projected(graph, name -> {
            int[] labels = unlabelled(graph);
            Map<String, Object> settings = Map.of(
                    "name", name,
                    "gamma", parameters.resolution(),
                    "theta", parameters.randomness(),
                    "levels", parameters.maxIterations(),
                    "seed", seed);
            store.stream(
                    Statement.GDS_LEIDEN.with(settings),
                    row -> labels[row.get("node").asInt()] =
                            Math.toIntExact(row.get("community").asLong()));
            Partition partition = Partition.of(labels);
            return new LeidenResult(partition, Quality.of(graph, partition, parameters), 1);
        });
    }

    /** Nodes without edges are not projected: each keeps a label that the library never gives. */
    private static int[] unlabelled(WeightedGraph graph) {
        int[] labels = new int[graph.nodeCount()];
        Arrays.setAll(labels, node -> -1 - node);
        return labels;
    }

    private <T> T projected(WeightedGraph graph, Function<String, T> work) {
        String name = Projection.newName();
        try {
            store.read(
                    new Projection(graph).statement(name),
                    row -> row.get("node_count").asLong());
            return work.apply(name);
        } finally {
            store.read(Statement.GDS_DROP.with(Map.of("name", name)), row -> true);
        }
    }
}

package io.ringsight.detect.gds;

import io.ringsight.cypher.BoundStatement;
import io.ringsight.cypher.Statement;
import io.ringsight.detect.cluster.WeightedGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The edges of a graph as statement parameters. */
record Projection(WeightedGraph graph) {

    /** A name that no other process uses on that server. */
    static String newName() {
        return "ringsight-" + UUID.randomUUID();
    }

    BoundStatement statement(String name) {
        int edges = graph.edgeCount();
        List<Integer> from = new ArrayList<>(edges);
        List<Integer> to = new ArrayList<>(edges);
        List<Double> weight = new ArrayList<>(edges);
        for (int node = 0; node < graph.nodeCount(); node++) {
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                if (graph.neighbours()[at] > node) {
                    from.add(node);
                    to.add(graph.neighbours()[at]);
                    weight.add(graph.weights()[at]);
                }
            }
        }
        return Statement.GDS_PROJECT.with(Map.of("name", name, "from", from, "to", to, "weight", weight));
    }
}

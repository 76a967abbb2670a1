package io.ringsight.detect.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.cluster.LeidenParameters.Quality;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

class LeidenProperties {
    @Property(tries = 200)
    void everyCommunityIsConnected(
            @ForAll @IntRange(min = 2, max = 120) int nodes,
            @ForAll @IntRange(min = 0, max = 400) int edges,
            @ForAll long seed,
            @ForAll Quality quality,
            @ForAll @DoubleRange(min = 0.01, max = 2) double resolution) {
        WeightedGraph graph = PlantedGraph.random(nodes, edges, seed);
        var parameters = new LeidenParameters(quality, resolution, 0.01, 10);
        assertConnected(graph, Leiden.run(graph, parameters, seed).partition());
    }

    @Property(tries = 4)
    void everyCommunityOfALargeGraphIsConnected(
            @ForAll @DoubleRange(min = 0.1, max = 0.8) double mixing, @ForAll long seed, @ForAll Quality quality) {
        WeightedGraph graph = HeavyTailedGraph.of(25_000, mixing, seed);
        var parameters = new LeidenParameters(quality, quality == Quality.CPM ? 0.01 : 1, 0.01, 10);
        assertConnected(graph, Leiden.run(graph, parameters, seed).partition());
    }

    @Property(tries = 50)
    void neverDoesWorseThanEveryNodeAlone(
            @ForAll @IntRange(min = 2, max = 120) int nodes,
            @ForAll @IntRange(min = 1, max = 400) int edges,
            @ForAll long seed,
            @ForAll Quality quality) {
        WeightedGraph graph = PlantedGraph.random(nodes, edges, seed);
        var parameters = new LeidenParameters(quality, 0.5, 0.01, 10);
        int[] alone = new int[nodes];
        Arrays.setAll(alone, i -> i);
        assertThat(Leiden.run(graph, parameters, seed).quality())
                .isGreaterThanOrEqualTo(
                        io.ringsight.detect.cluster.Quality.of(graph, Partition.of(alone), parameters) - 1e-9);
    }

    @Property(tries = 100)
    void componentsAreThoseOfJGraphT(
            @ForAll @IntRange(min = 1, max = 200) int nodes,
            @ForAll @IntRange(min = 0, max = 300) int edges,
            @ForAll long seed) {
        WeightedGraph graph = PlantedGraph.random(nodes, edges, seed);
        Partition found = ComponentEngine.jvm().components(graph, io.ringsight.ingest.progress.Progress.silent());
        int[] labels = new int[nodes];
        int label = 0;
        for (var component : new ConnectivityInspector<>(jgrapht(graph)).connectedSets()) {
            for (int node : component) {
                labels[node] = label;
            }
            label++;
        }
        assertThat(found).isEqualTo(Partition.of(labels));
    }

    @Property(tries = 20)
    void oneSeedGivesOnePartition(@ForAll long seed) {
        WeightedGraph graph = PlantedGraph.random(100, 300, seed);
        assertThat(Leiden.run(graph, LeidenParameters.modularity(), seed))
                .isEqualTo(Leiden.run(graph, LeidenParameters.modularity(), seed));
    }

    private static void assertConnected(WeightedGraph graph, Partition partition) {
        var whole = jgrapht(graph);
        for (int[] members : partition.members()) {
            var all = Arrays.stream(members).boxed().collect(java.util.stream.Collectors.toSet());
            assertThat(new ConnectivityInspector<>(new AsSubgraph<>(whole, all)).isConnected())
                    .isTrue();
        }
    }

    private static SimpleGraph<Integer, DefaultEdge> jgrapht(WeightedGraph graph) {
        var copy = new SimpleGraph<Integer, DefaultEdge>(DefaultEdge.class);
        for (int node = 0; node < graph.nodeCount(); node++) {
            copy.addVertex(node);
        }
        for (int node = 0; node < graph.nodeCount(); node++) {
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                copy.addEdge(node, graph.neighbours()[at]);
            }
        }
        return copy;
    }
}

package io.ringsight.detect.gds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.cluster.Leiden;
import io.ringsight.detect.cluster.LeidenParameters;
import io.ringsight.detect.cluster.LeidenResult;
import io.ringsight.detect.cluster.PlantedGraph;
import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.cluster.WeightedGraph;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.store.SharedLocalStore;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GdsParityIT {
    private Store store = Store.connect(SharedLocalStore.address());
    private GdsEngine gds = new GdsEngine(store);

    @BeforeAll
    void start() {
        assertThat(store.hasGds()).isTrue();
    }

    @AfterAll
    void stop() {
        store.close();
    }

    @Test
    void componentsAreIdentical() {
        for (long seed = 0; seed < 3; seed++) {
            WeightedGraph graph = PlantedGraph.random(3_000, 2_000, seed);
            assertThat(gds.components(graph, Progress.silent()))
                    .isEqualTo(ComponentEngine.jvm().components(graph, Progress.silent()));
        }
    }

    @Test
    void aGraphWithoutEdgesNeedsNoProjection() {
        WeightedGraph graph = WeightedGraph.of(4, new int[0], new int[0], new double[0]);
        assertThat(gds.components(graph, Progress.silent()).groupCount()).isEqualTo(4);
    }

    @Test
    void leidenReachesTheSameModularity() {
        for (long seed = 0; seed < 3; seed++) {
            WeightedGraph graph = PlantedGraph.of(100, 30, 7, 5, seed);
            LeidenResult theirs = gds.leiden(graph, LeidenParameters.modularity(), seed);
            LeidenResult ours = Leiden.run(graph, LeidenParameters.modularity(), seed);
            assertThat(theirs.quality()).isCloseTo(ours.quality(), within(0.002));
        }
    }

    @Test
    void bothFindThePlantedGroupsInConnectedCommunities() {
        WeightedGraph graph = PlantedGraph.of(25, 40, 10, 1.5, 1);
        for (LeidenResult result : Arrays.asList(
                gds.leiden(graph, LeidenParameters.modularity(), 1),
                Leiden.run(graph, LeidenParameters.modularity(), 1))) {
            assertThat(PlantedGraph.adjustedRand(result.partition(), PlantedGraph.truth(25, 40)))
                    .isGreaterThan(0.95);
            assertThat(connectedParts(graph, result.partition().group()))
                    .isEqualTo(result.partition().groupCount());
        }
    }

    @Test
    void nothingStaysBehindAlsoAfterAFailure() {
        gds.components(PlantedGraph.random(50, 80, 1), Progress.silent());
        var broken = new WeightedGraph(new int[] {0, 2}, new int[] {7, 8}, new double[] {1, 1}); // one node, says it
        assertThatThrownBy(() -> gds.components(broken, Progress.silent()))
                .isInstanceOf(IndexOutOfBoundsException.class);
        var address = store.address();
        try (var driver = GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()))) {
            assertThat(driver.executableQuery("CALL gds.graph.list() YIELD graphName RETURN graphName")
                            .execute()
                            .records())
                    .isEmpty();
        }
    }

    @Test
    void thePottsModelIsLeftToTheEngineHere() {
        WeightedGraph graph = PlantedGraph.random(5, 5, 1);
        assertThatThrownBy(() -> gds.leiden(graph, LeidenParameters.rings(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int connectedParts(WeightedGraph graph, int[] group) {
        var sets = new UnionFind(graph.nodeCount());
        for (int node = 0; node < graph.nodeCount(); node++) {
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                if (group[node] == group[graph.neighbours()[at]]) {
                    sets.union(node, graph.neighbours()[at]);
                }
            }
        }
        return sets.partition().groupCount();
    }
}

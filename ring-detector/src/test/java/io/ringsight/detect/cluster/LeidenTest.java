package io.ringsight.detect.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.junit.jupiter.api.Test;

class LeidenTest {
    @Test
    void findsPlantedGroups() {
        for (long seed = 0; seed < 5; seed++) {
            WeightedGraph graph = PlantedGraph.of(25, 40, 10, 1.5, seed);
            Partition found =
                    Leiden.run(graph, LeidenParameters.modularity(), seed).partition();
            assertThat(PlantedGraph.adjustedRand(found, PlantedGraph.truth(25, 40)))
                    .isGreaterThan(0.95);
        }
    }

    @Test
    void reachesTheModularityOfItsAuthorsImplementation() {
        for (long seed = 0; seed < 5; seed++) {
            WeightedGraph graph = PlantedGraph.of(100, 30, 7, 5, seed);
            double ours = Leiden.run(graph, LeidenParameters.modularity(), seed).quality();
            Partition theirs = cwts(graph, LeidenParameters.modularity(), seed);
            assertThat(ours).isGreaterThan(Quality.of(graph, theirs, LeidenParameters.modularity()) - 0.002);
        }
    }

    @Test
    void reachesTheQualityOfItsAuthorsImplementationForThePottsModel() {
        var parameters = new LeidenParameters(LeidenParameters.Quality.CPM, 0.05, 0.01, 10);
        for (long seed = 0; seed < 5; seed++) {
            WeightedGraph graph = PlantedGraph.of(100, 30, 7, 5, seed);
            double ours = Leiden.run(graph, parameters, seed).quality();
            double theirs = Quality.of(graph, cwts(graph, parameters, seed), parameters);
            assertThat(ours).isGreaterThan(theirs * 0.998);
        }
    }

    @Test
    void reachesTheQualityOfItsAuthorsImplementationOnHeavyTails() {
        for (LeidenParameters parameters : List.of(LeidenParameters.modularity(), LeidenParameters.rings())) {
            WeightedGraph graph = HeavyTailedGraph.of(30_000, 0.4, 1);
            double ours = Leiden.run(graph, parameters, 1).quality();
            double theirs = Quality.of(graph, cwts(graph, parameters, 1), parameters);
            assertThat(ours).isGreaterThan(theirs * 0.998);
        }
    }

    @Test
    void onlyGroupsWithTheirFormerMembersAreSettled() {
        int[] before = {0, 0, 1, 1, 2, 3, 3};
        int[] now = {1, 1, 0, 0, 0, 2, 3};
        assertThat(SettledGroups.of(before, now, 4)).containsExactly(false, true, false, false);
    }

    @Test
    void keepsTwoCliquesApartThatOneEdgeJoins() {
        WeightedGraph graph = cliquesInARow(2, 12);
        var parameters = new LeidenParameters(LeidenParameters.Quality.CPM, 0.05, 0.01, 10);
        assertThat(Leiden.run(graph, parameters, 1).partition()).isEqualTo(PlantedGraph.truth(2, 12));
    }

    @Test
    void weighsAPairByHand() {
        WeightedGraph graph = WeightedGraph.of(2, new int[] {0}, new int[] {1}, new double[] {0.8});
        LeidenResult result = Leiden.run(graph, LeidenParameters.rings(), 1);
        assertThat(result.partition().groupCount()).isEqualTo(1);
        assertThat(result.quality()).isCloseTo(0.8 - 0.01, within(1e-12));
    }

    @Test
    void aGraphWithoutEdgesStaysApart() {
        WeightedGraph graph = WeightedGraph.of(3, new int[0], new int[0], new double[0]);
        assertThat(Leiden.run(graph, LeidenParameters.modularity(), 1)
                        .partition()
                        .groupCount())
                .isEqualTo(3);
    }

    private static WeightedGraph cliquesInARow(int cliques, int size) {
        var from = new java.util.ArrayList<Integer>();
        var to = new java.util.ArrayList<Integer>();
        for (int c = 0; c < cliques; c++) {
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    from.add(c * size + i);
                    to.add(c * size + j);
                }
            }
            if (c > 0) {
                from.add(c * size - 1);
                to.add(c * size);
            }
        }
        double[] weight = new double[from.size()];
        java.util.Arrays.fill(weight, 1);
        return WeightedGraph.of(
                cliques * size,
                from.stream().mapToInt(Integer::intValue).toArray(),
                to.stream().mapToInt(Integer::intValue).toArray(),
                weight);
    }

    /** By the authors: the same objective and the same stopping rule, until nothing moves or the iterations are done. */
    static Partition cwts(WeightedGraph graph, LeidenParameters parameters, long seed) {
        return cwts(network(graph, parameters), Quality.potts(graph, parameters), parameters, seed);
    }

    static Partition cwts(Network network, double resolution, LeidenParameters parameters, long seed) {
        var algorithm = new LeidenAlgorithm(resolution, 1, parameters.randomness(), new Random(seed));
        Clustering clustering = new Clustering(network.getNNodes());
        int iterations = 0;
        while (iterations < parameters.maxIterations() && algorithm.improveClustering(network, clustering)) {
            iterations++;
        }
        return Partition.of(clustering.getClusters());
    }

    static Network network(WeightedGraph graph, LeidenParameters parameters) {
        var from = new LargeIntArray(0);
        var to = new LargeIntArray(0);
        var weights = new LargeDoubleArray(0);
        for (int node = 0; node < graph.nodeCount(); node++) {
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                if (graph.neighbours()[at] > node) {
                    from.append(node);
                    to.append(graph.neighbours()[at]);
                    weights.append(graph.weights()[at]);
                }
            }
        }
        return new Network(
                Quality.nodeWeights(graph, parameters.quality()), new LargeIntArray[] {from, to}, weights, false, true);
    }
}

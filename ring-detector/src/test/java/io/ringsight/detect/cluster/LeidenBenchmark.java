package io.ringsight.detect.cluster;

import io.ringsight.detect.cluster.LeidenParameters.Quality;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Leiden here and by its authors: one graph, objective, resolution, randomness and stopping rule, CPU time of one
 * thread, medians: {@code main planted|MIXING NODES ITERATIONS ROUNDS}. Neither is charged for making its graph.
 */
public final class LeidenBenchmark {
    private LeidenBenchmark() {}

    public static void main(String[] arguments) {
        int nodes = Integer.parseInt(arguments[1]);
        int iterations = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        WeightedGraph graph = arguments[0].equals("planted")
                ? PlantedGraph.of(nodes / 60, 60, 7, 5, 1)
                : HeavyTailedGraph.of(nodes, Double.parseDouble(arguments[0]), 1);
        System.out.printf("%s: %d nodes, %d edges%n", arguments[0], graph.nodeCount(), graph.edgeCount());
        compare(graph, new LeidenParameters(Quality.MODULARITY, 1, 0.01, iterations), rounds);
        compare(graph, new LeidenParameters(Quality.CPM, 0.01, 0.01, iterations), rounds);
    }

    private static void compare(WeightedGraph graph, LeidenParameters parameters, int rounds) {
        var network = LeidenTest.network(graph, parameters);
        double resolution = io.ringsight.detect.cluster.Quality.potts(graph, parameters);
        double[] hereSeconds = new double[rounds];
        double[] here = new double[rounds];
        double[] thereSeconds = new double[rounds];
        double[] there = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double start = cpu();
            LeidenResult ours = Leiden.run(graph, parameters, round);
            double middle = cpu();
            Partition theirs = LeidenTest.cwts(network, resolution, parameters, round);
            thereSeconds[round] = cpu() - middle;
            hereSeconds[round] = middle - start;
            here[round] = ours.quality();
            there[round] = io.ringsight.detect.cluster.Quality.of(graph, theirs, parameters);
            System.out.printf(
                    "  round %d: %.2f and %.2f CPU-s, %.6g and %.6g, %d and %d groups, %d iterations%n",
                    round,
                    hereSeconds[round],
                    thereSeconds[round],
                    here[round],
                    there[round],
                    ours.partition().groupCount(),
                    theirs.groupCount(),
                    ours.iterations());
        }
        System.out.printf(
                "%s: here %.2f CPU-s, nl.cwts %.2f, ratio %.1f; quality %.6g and %.6g%n",
                parameters.quality(),
                median(hereSeconds),
                median(thereSeconds),
                median(thereSeconds) / median(hereSeconds),
                median(here),
                median(there));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}

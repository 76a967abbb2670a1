package io.ringsight.detect.cluster;

import java.lang.management.ManagementFactory;

/** Leiden here and by its authors, on one graph with the same objective and iterations: {@code main GROUPS SIZE}. */
public final class LeidenBenchmark {
    private LeidenBenchmark() {}

    public static void main(String[] arguments) {
        int groups = Integer.parseInt(arguments[0]);
        int size = Integer.parseInt(arguments[1]);
        WeightedGraph graph = PlantedGraph.of(groups, size, 7, 5, 1);
        LeidenParameters parameters = LeidenParameters.modularity();
        for (int round = 0; round < 3; round++) {
            double start = cpu();
            LeidenResult ours = Leiden.run(graph, parameters, round);
            double middle = cpu();
            Partition theirs = LeidenTest.cwts(graph, parameters, round);
            double end = cpu();
            System.out.printf(
                    "%d nodes, %d edges: here %.2f CPU-s, modularity %.4f; nl.cwts %.2f CPU-s, %.4f%n",
                    graph.nodeCount(),
                    graph.edgeCount(),
                    middle - start,
                    ours.quality(),
                    end - middle,
                    Quality.of(graph, theirs, parameters));
        }
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}

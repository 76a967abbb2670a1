package io.ringsight.detect;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.cluster.ComponentsBenchmark;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;

/** A whole detection from a loaded snapshot: {@code main} with the number of accounts; the first round is cold. */
public final class DetectionBenchmark {
    private DetectionBenchmark() {}

    public static void main(String[] arguments) {
        IdentityGraph graph = ComponentsBenchmark.graph(Integer.parseInt(arguments[0]));
        var run = new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty());
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = 0; round < 3; round++) {
            long cpu = process.getProcessCpuTime();
            long wall = System.nanoTime();
            Detection detection = run.run(graph, List.of(), Progress.silent());
            System.out.printf(
                    "%s: wall %.2f s, CPU %.2f s, %d pairs, %d links, %d rings, %s%n",
                    graph,
                    (System.nanoTime() - wall) / 1e9,
                    (process.getProcessCpuTime() - cpu) / 1e9,
                    detection.facts().candidatePairs(),
                    detection.links().size(),
                    detection.rings().size(),
                    detection.facts().timings());
        }
    }
}

package io.ringsight.detect.cluster;

import io.ringsight.ingest.progress.Progress;

final class UnionFindEngine implements ComponentEngine {
    static final ComponentEngine INSTANCE = new UnionFindEngine();

    private UnionFindEngine() {}

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public Partition components(WeightedGraph graph, Progress progress) {
        var sets = new UnionFind(graph.nodeCount());
        for (int node = 0; node < graph.nodeCount(); node++) {
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                if (graph.neighbours()[at] > node) {
                    break; // rows ascend, and the other end's row has this edge too
                }
                sets.union(node, graph.neighbours()[at]);
            }
        }
        return sets.partition();
    }
}

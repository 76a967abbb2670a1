package io.ringsight.detect.cluster;

/** The last word on connectedness. */
final class ConnectedGroups {
    private ConnectedGroups() {}

    /** Splits every group into its connected parts; what is connected stays as it is. */
    static Partition split(LeidenLevel graph, int[] group) {
        var sets = new UnionFind(graph.size());
        for (int node = 0; node < graph.size(); node++) {
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                int neighbour = graph.neighbours()[at];
                if (neighbour < node && group[neighbour] == group[node]) {
                    sets.union(node, neighbour);
                }
            }
        }
        return sets.partition();
    }
}

package io.ringsight.detect.cluster;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Nodes and edges without which a graph falls apart: J. Hopcroft, R. Tarjan: Algorithm 447, efficient algorithms for graph manipulation,
 * Comm. ACM 16 (1973), doi:10.1145/362248.362272. Linear, and without recursion: a chain of thousands is no deep stack.
 */
public final class CutPoints {
    private final WeightedGraph graph;
    private final int[] parent; // -1 for the root of a part
    private final int[] depth; // in the tree of the walk, -1 where it has not been
    private final int[] low; // least depth that is reached from the subtree by one edge that is not in the tree
    private final int[] children;
    private final BitSet nodes = new BitSet();

    private CutPoints(WeightedGraph graph) {
        this.graph = graph;
        parent = new int[graph.nodeCount()];
        depth = new int[graph.nodeCount()];
        low = new int[graph.nodeCount()];
        children = new int[graph.nodeCount()];
        Arrays.fill(parent, -1);
        Arrays.fill(depth, -1);
        int[] next = Arrays.copyOf(graph.offsets(), graph.nodeCount());
        for (int root = 0; root < graph.nodeCount(); root++) {
            if (depth[root] < 0) {
                walk(root, next);
            }
        }
    }

    public static CutPoints of(WeightedGraph graph) {
        return new CutPoints(graph);
    }

    /** Depth first; each edge is met from both its ends. */
    private void walk(int root, int[] next) {
        depth[root] = 0;
        for (int at = root; at >= 0; ) {
            if (next[at] < graph.offsets()[at + 1]) {
                int other = graph.neighbours()[next[at]++];
                if (depth[other] < 0) {
                    parent[other] = at;
                    depth[other] = depth[at] + 1;
                    low[other] = depth[other];
                    children[at]++;
                    at = other;
                } else if (other != parent[at]) {
                    low[at] = Math.min(low[at], depth[other]);
                }
            } else {
                leave(at);
                at = parent[at];
            }
        }
        nodes.set(root, children[root] > 1);
    }

    private void leave(int node) {
        int above = parent[node];
        if (above >= 0) {
            low[above] = Math.min(low[above], low[node]);
            if (low[node] >= depth[above]) {
                nodes.set(above);
            }
        }
    }

    /** Whether without the node its part falls apart. */
    public boolean isCutPoint(int node) {
        return nodes.get(node);
    }

    /** Whether without the edge between two nodes, which has to be there, its part falls apart. */
    public boolean isBridge(int one, int other) {
        return parent[other] == one ? low[other] > depth[one] : parent[one] == other && low[one] > depth[other];
    }
}

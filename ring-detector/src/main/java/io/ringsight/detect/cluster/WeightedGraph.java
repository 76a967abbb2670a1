package io.ringsight.detect.cluster;

/**
 * An undirected graph in compressed sparse rows: every edge stands in the rows of both its ends, neighbours ascending,
 * no loops, no repeats. Immutable as long as nobody writes to the arrays.
 *
 * @param offsets int[nodes + 1]
 * @param neighbours int[2 * edges]
 * @param weights double[2 * edges], positive
 */
public record WeightedGraph(int[] offsets, int[] neighbours, double[] weights) {
    public int nodeCount() {
        return offsets.length - 1;
    }

    public int edgeCount() {
        return neighbours.length / 2;
    }

    public int degree(int node) {
        return offsets[node + 1] - offsets[node];
    }

    /** From a list of edges, each once, in any order. */
    public static WeightedGraph of(int nodeCount, int[] from, int[] to, double[] weight) {
        int[] offsets = new int[nodeCount + 1];
        for (int e = 0; e < from.length; e++) {
            offsets[from[e] + 1]++;
            offsets[to[e] + 1]++;
        }
        for (int node = 0; node < nodeCount; node++) {
            offsets[node + 1] += offsets[node];
        }
        // Two counting passes leave every row sorted: first group by far end, then deal out in that order.
        int[] next = offsets.clone();
        int[] byFarEnd = new int[from.length * 2]; // half edges 2e (from -> to) and 2e + 1, grouped by their far end
        for (int e = 0; e < from.length; e++) {
            byFarEnd[next[to[e]]++] = 2 * e;
            byFarEnd[next[from[e]]++] = 2 * e + 1;
        }
        System.arraycopy(offsets, 0, next, 0, offsets.length);
        int[] neighbours = new int[byFarEnd.length];
        double[] weights = new double[byFarEnd.length];
        for (int half : byFarEnd) {
            int e = half >> 1;
            int near = (half & 1) == 0 ? from[e] : to[e];
            int far = (half & 1) == 0 ? to[e] : from[e];
            neighbours[next[near]] = far;
            weights[next[near]++] = weight[e];
        }
        return new WeightedGraph(offsets, neighbours, weights);
    }
}

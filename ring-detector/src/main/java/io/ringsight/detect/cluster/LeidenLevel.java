package io.ringsight.detect.cluster;

import java.util.Arrays;

/**
 * A graph at one level of aggregation: compressed sparse rows without loops, and a weight for each node.
 *
 * @param offsets int[size + 1]
 * @param neighbours int[offsets[size] or more]
 * @param weights double[offsets[size] or more]
 * @param nodeWeights double[size]
 */
record LeidenLevel(int[] offsets, int[] neighbours, double[] weights, double[] nodeWeights, int size) {
    /** Marks a sum as begun, being too small to change it. */
    static final double BEGUN = Double.MIN_VALUE;

    /** Numbers labels from 0 in the order of their first node; returns how many there are. Labels are below size. */
    static int renumber(int[] labels) {
        int[] number = new int[labels.length];
        Arrays.fill(number, -1);
        int count = 0;
        for (int node = 0; node < labels.length; node++) {
            int label = labels[node];
            if (number[label] < 0) {
                number[label] = count++;
            }
            labels[node] = number[label];
        }
        return count;
    }

    /** The nodes of each group in one array: those of group g stand from {@code starts[g]} to {@code starts[g + 1]}. */
    static int[] grouped(int[] group, int[] starts) {
        for (int g : group) {
            starts[g + 1]++;
        }
        for (int g = 1; g < starts.length; g++) {
            starts[g] += starts[g - 1];
        }
        int[] next = starts.clone();
        int[] nodes = new int[group.length];
        for (int node = 0; node < group.length; node++) {
            nodes[next[group[node]]++] = node;
        }
        return nodes;
    }

    /** The lowest level, sharing the graph's arrays. */
    static LeidenLevel of(WeightedGraph graph, double[] nodeWeights) {
        return new LeidenLevel(graph.offsets(), graph.neighbours(), graph.weights(), nodeWeights, graph.nodeCount());
    }

    /** The same graph with its nodes in this order: what stands together in the order lies together in memory. */
    LeidenLevel reordered(int[] order) {
        int[] newOffsets = new int[size + 1];
        int[] newNeighbours = new int[offsets[size]];
        double[] newWeights = new double[offsets[size]];
        double[] newNodeWeights = new double[size];
        int[] place = new int[size];
        for (int i = 0; i < size; i++) {
            place[order[i]] = i;
        }
        int end = 0;
        for (int i = 0; i < size; i++) {
            int node = order[i];
            newNodeWeights[i] = nodeWeights[node];
            for (int at = offsets[node]; at < offsets[node + 1]; at++) {
                newNeighbours[end] = place[neighbours[at]];
                newWeights[end++] = weights[at];
            }
            newOffsets[i + 1] = end;
        }
        return new LeidenLevel(newOffsets, newNeighbours, newWeights, newNodeWeights, size);
    }

    /** One node for each group; parallel edges become one, edges inside a group vanish. */
    LeidenLevel aggregate(int[] group, int groupCount) {
        int[] starts = new int[groupCount + 1];
        int[] nodes = grouped(group, starts);
        int[] newOffsets = new int[groupCount + 1];
        int[] newNeighbours = new int[4 * groupCount + 1];
        double[] newWeights = new double[newNeighbours.length];
        double[] newNodeWeights = new double[groupCount];
        double[] weightTo = new double[groupCount]; // of the row under construction, zero between rows
        int end = 0;
        for (int g = 0; g < groupCount; g++) {
            int most = Math.min(end + groupCount, offsets[size]) + 1; // this row's places and one to write in vain
            if (newNeighbours.length < most) {
                newNeighbours = Arrays.copyOf(newNeighbours, Math.max(most, 2 * newNeighbours.length));
                newWeights = Arrays.copyOf(newWeights, newNeighbours.length);
            }
            weightTo[g] = BEGUN;
            for (int n = starts[g]; n < starts[g + 1]; n++) {
                int node = nodes[n];
                newNodeWeights[g] += nodeWeights[node];
                for (int at = offsets[node]; at < offsets[node + 1]; at++) {
                    int other = group[neighbours[at]];
                    double known = weightTo[other];
                    newNeighbours[end] = other; // stays only if it is new: without a branch, whose outcome is chance
                    end += known == 0 ? 1 : 0;
                    weightTo[other] = known + weights[at];
                }
            }
            weightTo[g] = 0;
            for (int at = newOffsets[g]; at < end; at++) {
                newWeights[at] = weightTo[newNeighbours[at]];
                weightTo[newNeighbours[at]] = 0;
            }
            newOffsets[g + 1] = end;
        }
        return new LeidenLevel(newOffsets, newNeighbours, newWeights, newNodeWeights, groupCount);
    }
}

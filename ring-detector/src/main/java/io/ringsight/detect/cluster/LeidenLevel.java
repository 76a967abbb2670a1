package io.ringsight.detect.cluster;

import java.util.Arrays;

/**
 * A graph at one level of aggregation: compressed sparse rows without loops, and a weight for each node.
 *
 * @param offsets int[size + 1]
 * @param neighbours int[offsets[size]]
 * @param weights double[offsets[size]]
 * @param nodeWeights double[size]
 */
record LeidenLevel(int[] offsets, int[] neighbours, double[] weights, double[] nodeWeights, int size) {

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

    /** One node for each group; parallel edges become one, edges inside a group vanish. */
    LeidenLevel aggregate(int[] group, int groupCount) {
        int[] starts = new int[groupCount + 1];
        int[] nodes = grouped(group, starts);
        int[] newOffsets = new int[groupCount + 1];
        int[] newNeighbours = new int[neighbours.length];
        double[] newWeights = new double[neighbours.length];
        double[] newNodeWeights = new double[groupCount];
        int[] place = new int[groupCount]; // where the edge to a group stands in the row under construction
        Arrays.fill(place, -1);
        int size = 0;
        for (int g = 0; g < groupCount; g++) {
            int rowStart = size;
            for (int n = starts[g]; n < starts[g + 1]; n++) {
                int node = nodes[n];
                newNodeWeights[g] += nodeWeights[node];
                for (int at = offsets[node]; at < offsets[node + 1]; at++) {
                    int other = group[neighbours[at]];
                    if (other == g) {
                        continue;
                    }
                    int where = place[other];
                    if (where < rowStart) {
                        where = size++;
                        place[other] = where;
                        newNeighbours[where] = other;
                        newWeights[where] = 0;
                    }
                    newWeights[where] += weights[at];
                }
            }
            newOffsets[g + 1] = size;
        }
        return new LeidenLevel(
                newOffsets,
                Arrays.copyOf(newNeighbours, size),
                Arrays.copyOf(newWeights, size),
                newNodeWeights,
                groupCount);
    }
}

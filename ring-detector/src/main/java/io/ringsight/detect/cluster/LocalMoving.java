package io.ringsight.detect.cluster;

import java.util.BitSet;

/**
 * Fast local moving: nodes wait; each goes where it adds most, and wakes those of its neighbours that might now go
 * elsewhere: every node keeps the slack by which its label was better than the next, and a move of a neighbour uses up
 * of it what the edge between them weighs. Waiting nodes are visited in the order of their numbers, which is the order
 * of memory, round after round. Not thread-safe.
 */
final class LocalMoving {
    /** Gains below this are rounding. */
    private static final double LEAST_GAIN = 1e-10;

    /** The slack of a node that waits already. */
    private static final double WAITING = -1;

    private final int[] offsets;
    private final int[] neighbours;
    private final double[] weights;
    private final double[] nodeWeights;
    private final int[] labels;
    private final double resolution;
    private final double[] labelWeight;
    private final int[] labelSize;
    private final double[] weightTo; // double[labels], zero between nodes
    private final double[] slack; // double[nodes]
    private final int[] touched; // one place more than there are labels
    private final int[] free; // stack of labels without nodes
    private int freeCount;

    LocalMoving(LeidenLevel graph, int[] labels, double resolution) {
        offsets = graph.offsets();
        neighbours = graph.neighbours();
        weights = graph.weights();
        nodeWeights = graph.nodeWeights();
        this.labels = labels;
        this.resolution = resolution;
        int size = graph.size();
        labelWeight = new double[size];
        labelSize = new int[size];
        weightTo = new double[size];
        touched = new int[size + 1];
        free = new int[size];
        slack = new double[size];
        for (int node = 0; node < size; node++) {
            labelWeight[labels[node]] += nodeWeights[node];
            labelSize[labels[node]]++;
        }
        for (int label = size - 1; label >= 0; label--) {
            if (labelSize[label] == 0) {
                free[freeCount++] = label;
            }
        }
    }

    /** Moves these nodes, and whom their moves concern, until none is left; says whether anything moved. */
    boolean run(BitSet waiting) {
        for (int node = waiting.nextSetBit(0); node >= 0; node = waiting.nextSetBit(node + 1)) {
            slack[node] = WAITING;
        }
        boolean moved = false;
        while (!waiting.isEmpty()) {
            for (int node = waiting.nextSetBit(0); node >= 0; node = waiting.nextSetBit(node + 1)) {
                waiting.clear(node);
                int from = labels[node];
                int to = best(node, from);
                if (to != from) {
                    moved = true;
                    move(node, from, to);
                    wake(node, from, to, waiting);
                }
            }
        }
        return moved;
    }

    private void wake(int node, int from, int to, BitSet waiting) {
        for (int at = offsets[node]; at < offsets[node + 1]; at++) {
            int neighbour = neighbours[at];
            double left = slack[neighbour];
            if (left < 0) {
                continue;
            }
            int label = labels[neighbour];
            left -= label == to ? -weights[at] : label == from ? 2 * weights[at] : weights[at];
            slack[neighbour] = left;
            if (left < 0) {
                waiting.set(neighbour);
            }
        }
    }

    private int best(int node, int from) {
        weightTo[from] = LeidenLevel.BEGUN;
        int touchedCount = 0;
        int end = offsets[node + 1];
        for (int at = offsets[node]; at < end; at++) {
            int label = labels[neighbours[at]];
            double known = weightTo[label];
            touched[touchedCount] = label; // stays only if it is new: without a branch, whose outcome is chance
            touchedCount += known == 0 ? 1 : 0;
            weightTo[label] = known + weights[at];
        }
        double inner = weightTo[from];
        weightTo[from] = 0;
        double nodeWeight = nodeWeights[node];
        double scale = resolution * nodeWeight;
        int best = from;
        double second = labelSize[from] > 1 ? 0 : Double.NEGATIVE_INFINITY;
        double bestGain = inner - scale * (labelWeight[from] - nodeWeight) + LEAST_GAIN;
        for (int i = 0; i < touchedCount; i++) {
            int label = touched[i];
            double gain = weightTo[label] - scale * labelWeight[label];
            weightTo[label] = 0;
            if (gain > bestGain) {
                best = label;
                second = bestGain;
                bestGain = gain;
            } else if (gain > second) {
                second = gain;
            }
        }
        slack[node] = Math.abs(bestGain - second);
        // Alone is worth nothing: better where every company costs more than it brings.
        return bestGain < 0 && labelSize[from] > 1 && freeCount > 0 ? free[freeCount - 1] : best;
    }

    private void move(int node, int from, int to) {
        if (labelSize[to] == 0) {
            freeCount--;
        }
        labels[node] = to;
        labelWeight[from] -= nodeWeights[node];
        labelWeight[to] += nodeWeights[node];
        labelSize[to]++;
        if (--labelSize[from] == 0) {
            labelWeight[from] = 0;
            free[freeCount++] = from;
        }
    }
}

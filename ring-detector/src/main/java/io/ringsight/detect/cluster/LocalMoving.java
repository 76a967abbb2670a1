package io.ringsight.detect.cluster;

/**
 * Fast local moving: nodes wait in a queue; each goes where it adds most, and its neighbours elsewhere queue again.
 * Not thread-safe.
 */
final class LocalMoving {
    /** Gains below this are rounding. */
    private static final double LEAST_GAIN = 1e-10;

    private final LeidenLevel graph;
    private final int[] labels;
    private final double resolution;
    private final double[] labelWeight;
    private final int[] labelSize;
    private final double[] weightTo; // double[labels], zero between nodes
    private final int[] touched;
    private final int[] free; // stack of labels without nodes
    private int freeCount;
    private final int[] queue; // ring buffer
    private final boolean[] waiting;

    LocalMoving(LeidenLevel graph, int[] labels, double resolution, SplitMix random) {
        this.graph = graph;
        this.labels = labels;
        this.resolution = resolution;
        int size = graph.size();
        labelWeight = new double[size];
        labelSize = new int[size];
        weightTo = new double[size];
        touched = new int[size];
        free = new int[size];
        waiting = new boolean[size];
        queue = random.permutation(size);
        for (int node = 0; node < size; node++) {
            labelWeight[labels[node]] += graph.nodeWeights()[node];
            labelSize[labels[node]]++;
            waiting[node] = true;
        }
        for (int label = size - 1; label >= 0; label--) {
            if (labelSize[label] == 0) {
                free[freeCount++] = label;
            }
        }
    }

    /** Moves until the queue is empty; says whether anything moved. */
    boolean run() {
        int size = graph.size();
        boolean moved = false;
        int head = 0;
        int count = size;
        while (count > 0) {
            int node = queue[head];
            head = head + 1 == size ? 0 : head + 1;
            count--;
            waiting[node] = false;
            int from = labels[node];
            int to = best(node, from);
            if (to == from) {
                continue;
            }
            moved = true;
            move(node, from, to);
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                int neighbour = graph.neighbours()[at];
                if (labels[neighbour] != to && !waiting[neighbour]) {
                    waiting[neighbour] = true;
                    int tail = head + count;
                    queue[tail >= size ? tail - size : tail] = neighbour;
                    count++;
                }
            }
        }
        return moved;
    }

    private int best(int node, int from) {
        int touchedCount = 0;
        for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
            int label = labels[graph.neighbours()[at]];
            if (weightTo[label] == 0) {
                touched[touchedCount++] = label;
            }
            weightTo[label] += graph.weights()[at];
        }
        double scale = resolution * graph.nodeWeights()[node];
        int best = from;
        double stay = weightTo[from] - scale * (labelWeight[from] - graph.nodeWeights()[node]);
        double bestGain = stay + LEAST_GAIN;
        for (int i = 0; i < touchedCount; i++) {
            int label = touched[i];
            double gain = weightTo[label] - scale * labelWeight[label];
            if (label != from && gain > bestGain) {
                best = label;
                bestGain = gain;
            }
            weightTo[label] = 0;
        }
        // Alone is worth nothing: better where every company costs more than it brings.
        return bestGain < 0 && labelSize[from] > 1 && freeCount > 0 ? free[freeCount - 1] : best;
    }

    private void move(int node, int from, int to) {
        if (labelSize[to] == 0) {
            freeCount--;
        }
        labels[node] = to;
        labelWeight[from] -= graph.nodeWeights()[node];
        labelWeight[to] += graph.nodeWeights()[node];
        labelSize[to]++;
        if (--labelSize[from] == 0) {
            labelWeight[from] = 0;
            free[freeCount++] = from;
        }
    }
}

package io.ringsight.detect.cluster;

import java.util.Arrays;

/**
 * Refinement: starting from single nodes, well-connected nodes of a community join well-connected parts of it, at
 * random in favour of the better ones. What it merges is connected. Not thread-safe.
 */
final class Refinement {
    private final LeidenLevel graph;
    private final int[] community;
    private final double resolution;
    private final double randomness;
    private final SplitMix random;
    private final int[] part; // starts as the node itself
    private final double[] partWeight;
    private final double[] partCut; // weight between a part and the rest of its community
    private final boolean[] single;
    private final double[] communityWeight;
    private final double[] weightTo; // zero between nodes
    private final int[] touched;
    private final double[] odds;

    Refinement(
            LeidenLevel graph,
            int[] community,
            int communities,
            double resolution,
            double randomness,
            SplitMix random) {
        this.graph = graph;
        this.community = community;
        this.resolution = resolution;
        this.randomness = randomness;
        this.random = random;
        int size = graph.size();
        part = new int[size];
        Arrays.setAll(part, i -> i);
        partWeight = graph.nodeWeights().clone();
        partCut = new double[size];
        single = new boolean[size];
        Arrays.fill(single, true);
        communityWeight = new double[communities];
        weightTo = new double[size];
        touched = new int[size];
        odds = new double[size];
        for (int node = 0; node < size; node++) {
            communityWeight[community[node]] += graph.nodeWeights()[node];
            for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
                if (community[graph.neighbours()[at]] == community[node]) {
                    partCut[node] += graph.weights()[at];
                }
            }
        }
    }

    /** The part of each node. */
    int[] run() {
        for (int node : random.permutation(graph.size())) {
            if (single[node] && wellConnected(node)) {
                join(node);
            }
        }
        return part;
    }

    private boolean wellConnected(int p) {
        return partCut[p] >= resolution * partWeight[p] * (communityWeight[community[p]] - partWeight[p]);
    }

    private void join(int node) {
        int touchedCount = 0;
        for (int at = graph.offsets()[node]; at < graph.offsets()[node + 1]; at++) {
            int neighbour = graph.neighbours()[at];
            if (community[neighbour] == community[node]) {
                int p = part[neighbour];
                if (weightTo[p] == 0) {
                    touched[touchedCount++] = p;
                }
                weightTo[p] += graph.weights()[at];
            }
        }
        int chosen = choose(node, touchedCount);
        double toChosen = weightTo[chosen];
        for (int i = 0; i < touchedCount; i++) {
            weightTo[touched[i]] = 0;
        }
        if (chosen != node) {
            part[node] = chosen;
            single[chosen] = false;
            single[node] = false;
            partWeight[chosen] += partWeight[node];
            partCut[chosen] += partCut[node] - 2 * toChosen;
        }
    }

    /** Draws a part with probability proportional to exp(gain / randomness), staying alone (gain 0) included. */
    private int choose(int node, int touchedCount) {
        double scale = resolution * graph.nodeWeights()[node];
        double most = 0;
        int best = node;
        for (int i = 0; i < touchedCount; i++) {
            int p = touched[i];
            odds[i] = wellConnected(p) ? weightTo[p] - scale * partWeight[p] : -1;
            if (odds[i] > most) {
                most = odds[i];
                best = p;
            }
        }
        if (best == node || randomness == 0) {
            return best;
        }
        double total = StrictMath.exp(-most / randomness);
        for (int i = 0; i < touchedCount; i++) {
            odds[i] = odds[i] < 0 ? 0 : StrictMath.exp((odds[i] - most) / randomness);
            total += odds[i];
        }
        double draw = random.nextDouble() * total;
        for (int i = 0; i < touchedCount; i++) {
            draw -= odds[i];
            if (draw < 0 && odds[i] > 0) {
                return touched[i];
            }
        }
        return best;
    }
}

package io.ringsight.detect.cluster;

/**
 * Refinement: starting from single nodes, well-connected nodes of a community join well-connected parts of it, at
 * random in favour of the better ones. What it merges is connected. Communities are refined one after another, so that
 * what is read together lies together. Not thread-safe.
 */
final class Refinement {
    /** What is e^40 times less likely than the best is never drawn. */
    private static final double LEAST_LOG_ODDS = -40;

    /**
     * @param part of each node, numbered from 0
     * @param count how many parts there are
     */
    record Parts(int[] part, int count) {}

    private final LeidenLevel graph;
    private final int[] community;
    private final double resolution;
    private final double randomness;
    private final SplitMix random;
    private final int[] part; // starts as the node itself
    private final double[] partWeight;
    private final double[] partCut; // weight between a part and the rest of its community
    private final boolean[] joined; // a part of more than one node
    private final double[] weightTo; // zero between nodes
    private final int[] touched;
    private final double[] odds;
    private double communityWeight; // of the community that is being refined

    Refinement(LeidenLevel graph, int[] community, double resolution, double randomness, SplitMix random) {
        this.graph = graph;
        this.community = community;
        this.resolution = resolution;
        this.randomness = randomness;
        this.random = random;
        int size = graph.size();
        part = new int[size];
        partWeight = graph.nodeWeights().clone();
        partCut = new double[size];
        joined = new boolean[size];
        weightTo = new double[size];
        touched = new int[size];
        odds = new double[size];
    }

    /** The parts, numbered community after community; a settled community stays whole. */
    Parts run(int communities, boolean[] settled) {
        int[] starts = new int[communities + 1];
        int[] nodes = LeidenLevel.grouped(community, starts);
        int[] number = new int[nodes.length]; // of a part, plus 1
        int count = 0;
        for (int c = 0; c < communities; c++) {
            if (settled[c]) {
                for (int i = starts[c]; i < starts[c + 1]; i++) {
                    part[nodes[i]] = nodes[starts[c]];
                }
            } else {
                refine(nodes, starts[c], starts[c + 1]);
            }
            for (int i = starts[c]; i < starts[c + 1]; i++) {
                int p = part[nodes[i]];
                if (number[p] == 0) {
                    number[p] = ++count;
                }
                part[nodes[i]] = number[p] - 1;
            }
        }
        return new Parts(part, count);
    }

    private void refine(int[] nodes, int start, int end) {
        communityWeight = 0;
        for (int i = start; i < end; i++) {
            int node = nodes[i];
            part[node] = node;
            communityWeight += graph.nodeWeights()[node];
            partCut[node] = inner(node);
        }
        random.shuffle(nodes, start, end);
        for (int i = start; i < end; i++) {
            if (!joined[nodes[i]] && wellConnected(nodes[i])) {
                join(nodes[i]);
            }
        }
    }

    private double inner(int node) {
        int own = community[node];
        int[] neighbours = graph.neighbours();
        double[] weights = graph.weights();
        int end = graph.offsets()[node + 1];
        double inner = 0;
        for (int at = graph.offsets()[node]; at < end; at++) {
            inner += weights[at] * (community[neighbours[at]] == own ? 1 : 0);
        }
        return inner;
    }

    private boolean wellConnected(int p) {
        return partCut[p] >= resolution * partWeight[p] * (communityWeight - partWeight[p]);
    }

    private void join(int node) {
        int[] neighbours = graph.neighbours();
        double[] weights = graph.weights();
        int own = community[node];
        int touchedCount = 0;
        int end = graph.offsets()[node + 1];
        for (int at = graph.offsets()[node]; at < end; at++) {
            int neighbour = neighbours[at];
            if (community[neighbour] == own) {
                int p = part[neighbour];
                double known = weightTo[p];
                if (known == 0) {
                    touched[touchedCount++] = p;
                }
                weightTo[p] = known + weights[at];
            }
        }
        int chosen = choose(node, touchedCount);
        double toChosen = weightTo[chosen];
        for (int i = 0; i < touchedCount; i++) {
            weightTo[touched[i]] = 0;
        }
        if (chosen != node) {
            part[node] = chosen;
            joined[chosen] = true;
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
        double total = odds(-most);
        for (int i = 0; i < touchedCount; i++) {
            odds[i] = odds[i] < 0 ? 0 : odds(odds[i] - most);
            total += odds[i];
        }
        double draw = random.nextDouble() * total;
        for (int i = 0; i < touchedCount; i++) {
            draw -= odds[i];
            if (draw < 0 && odds[i] > 0) {
                return touched[i];
            }
        }
        return node;
    }

    private double odds(double gain) {
        double log = gain / randomness;
        return log < LEAST_LOG_ODDS ? 0 : StrictMath.exp(log);
    }
}

package io.ringsight.detect.cluster;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Planted groups as hard as real ones: degrees (exponent 2.5) and group sizes (exponent 1.5) have heavy tails, a share
 * of each node's edges leaves its group, and numbers say nothing about groups. After A. Lancichinetti, S. Fortunato,
 * F. Radicchi: Benchmark graphs for testing community detection algorithms, Physical Review E 78, 046110 (2008),
 * doi:10.1103/PhysRevE.78.046110; here edges are pairs of stubs drawn at random, loops and repeats dropped.
 */
public final class HeavyTailedGraph {
    private static final int LEAST_DEGREE = 6;
    private static final int MOST_DEGREE = 500;
    private static final int LEAST_GROUP = 20;
    private static final int MOST_GROUP = 1000;

    private HeavyTailedGraph() {}

    /** About eight edges a node; {@code mixing} is the share of them that leave the group, 0 to 1. */
    public static WeightedGraph of(int nodes, double mixing, long seed) {
        var random = new Random(seed);
        int[] name = shuffled(nodes, random);
        var edges = LongStream.builder();
        var outer = IntStream.builder(); // a stub for each end of an edge that leaves its group
        for (int from = 0; from < nodes; ) {
            int to = Math.min(nodes, from + (int) powerLaw(LEAST_GROUP, MOST_GROUP, 1.5, random));
            var inner = IntStream.builder();
            for (int node = from; node < to; node++) {
                double degree = powerLaw(LEAST_DEGREE, MOST_DEGREE, 2.5, random);
                add(inner, name[node], Math.min(to - from - 1, degree * (1 - mixing) + random.nextDouble()));
                add(outer, name[node], degree * mixing + random.nextDouble());
            }
            pair(inner.build().toArray(), edges, random);
            from = to;
        }
        pair(outer.build().toArray(), edges, random);
        return PlantedGraph.graph(nodes, edges.build(), random);
    }

    private static void add(IntStream.Builder stubs, int node, double count) {
        for (int i = 1; i <= count; i++) {
            stubs.add(node);
        }
    }

    private static void pair(int[] stubs, LongStream.Builder edges, Random random) {
        for (int left = stubs.length; left > 1; left -= 2) {
            int a = take(stubs, left, random);
            int b = take(stubs, left - 1, random);
            if (a != b) {
                edges.add(PlantedGraph.edge(a, b));
            }
        }
    }

    /** Draws one of the first {@code left} stubs and puts the last of them in its place. */
    private static int take(int[] stubs, int left, Random random) {
        int at = random.nextInt(left);
        int stub = stubs[at];
        stubs[at] = stubs[left - 1];
        return stub;
    }

    private static double powerLaw(double least, double most, double exponent, Random random) {
        double power = 1 - exponent;
        double low = Math.pow(least, power);
        return Math.pow(low + random.nextDouble() * (Math.pow(most, power) - low), 1 / power);
    }

    private static int[] shuffled(int size, Random random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}

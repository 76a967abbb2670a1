package io.ringsight.detect.cluster;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

/** Random graphs for tests: groups that are dense inside and sparse between. */
public final class PlantedGraph {
    private PlantedGraph() {}

    /** Groups of {@code size}; each node has about {@code inside} edges within its group and {@code between} others. */
    public static WeightedGraph of(int groups, int size, double inside, double between, long seed) {
        var random = new Random(seed);
        int nodes = groups * size;
        var edges = LongStream.builder();
        for (int node = 0; node < nodes; node++) {
            int group = node / size;
            for (int i = 0; i < inside / 2 + random.nextDouble(); i++) {
                add(edges, node, group * size + random.nextInt(size));
            }
            if (random.nextDouble() < between / 2) {
                add(edges, node, random.nextInt(nodes));
            }
        }
        return graph(nodes, edges.build(), random);
    }

    /** Any graph at all: {@code edges} pairs drawn at random. */
    public static WeightedGraph random(int nodes, int edges, long seed) {
        var random = new Random(seed);
        var drawn = LongStream.builder();
        for (int i = 0; i < edges; i++) {
            add(drawn, random.nextInt(nodes), random.nextInt(nodes));
        }
        return graph(nodes, drawn.build(), random);
    }

    /** The groups that were planted. */
    public static Partition truth(int groups, int size) {
        int[] labels = new int[groups * size];
        for (int node = 0; node < labels.length; node++) {
            labels[node] = node / size;
        }
        return Partition.of(labels);
    }

    private static void add(LongStream.Builder edges, int a, int b) {
        if (a != b) {
            edges.add(edge(a, b));
        }
    }

    static long edge(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    /** Edges in any order, each as often as it likes; weights are drawn from 0.5 to 1. */
    static WeightedGraph graph(int nodes, LongStream edges, Random random) {
        long[] sorted = edges.sorted().toArray();
        int count = 0;
        for (long edge : sorted) {
            if (count == 0 || sorted[count - 1] != edge) {
                sorted[count++] = edge;
            }
        }
        int[] from =
                Arrays.stream(sorted, 0, count).mapToInt(e -> (int) (e >>> 32)).toArray();
        int[] to = Arrays.stream(sorted, 0, count).mapToInt(e -> (int) e).toArray();
        double[] weight = random.doubles(count, 0.5, 1).toArray();
        return WeightedGraph.of(nodes, from, to, weight);
    }

    /** Adjusted Rand index: L. Hubert, P. Arabie, Journal of Classification 2 (1985). */
    public static double adjustedRand(Partition a, Partition b) {
        var both = new java.util.HashMap<Long, Long>();
        long[] inA = new long[a.groupCount()];
        long[] inB = new long[b.groupCount()];
        for (int node = 0; node < a.group().length; node++) {
            both.merge((long) a.group()[node] << 32 | b.group()[node], 1L, Long::sum);
            inA[a.group()[node]]++;
            inB[b.group()[node]]++;
        }
        double together =
                both.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
        double pairsA = Arrays.stream(inA).mapToDouble(n -> n * (n - 1) / 2.0).sum();
        double pairsB = Arrays.stream(inB).mapToDouble(n -> n * (n - 1) / 2.0).sum();
        double nodes = a.group().length;
        double expected = pairsA * pairsB / (nodes * (nodes - 1) / 2);
        return (together - expected) / ((pairsA + pairsB) / 2 - expected);
    }
}

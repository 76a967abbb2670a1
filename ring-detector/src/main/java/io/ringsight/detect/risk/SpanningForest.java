package io.ringsight.detect.risk;

import io.ringsight.detect.cluster.UnionFind;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/** The strongest links that close no circle. J. B. Kruskal: On the shortest spanning subtree of a graph, Proc. AMS 7 (1956). */
final class SpanningForest {
    private SpanningForest() {}

    /**
     * @param nodes how many there are
     * @param from int[links], one node of each
     * @param to int[links], the other
     * @param strength double[links]
     * @return numbers of links, the strongest first, then in their order
     */
    static int[] strongest(int nodes, int[] from, int[] to, double[] strength) {
        int[] order = new int[from.length];
        Arrays.setAll(order, link -> link);
        IntArrays.quickSort(order, (x, y) -> {
            int by = Double.compare(strength[y], strength[x]);
            return by != 0 ? by : Integer.compare(x, y);
        });
        var sets = new UnionFind(nodes);
        int[] forest = new int[Math.min(from.length, Math.max(0, nodes - 1))];
        int size = 0;
        for (int link : order) {
            if (size < forest.length && sets.find(from[link]) != sets.find(to[link])) {
                sets.union(from[link], to[link]);
                forest[size++] = link;
            }
        }
        return Arrays.copyOf(forest, size);
    }
}

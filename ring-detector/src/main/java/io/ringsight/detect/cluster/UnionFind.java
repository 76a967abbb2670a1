package io.ringsight.detect.cluster;

import java.util.Arrays;

/**
 * Disjoint sets with path halving; the smaller number is always the root, so a root is its set's first node.
 * R. E. Tarjan, J. van Leeuwen: Worst-case analysis of set union algorithms, J. ACM 31(2), 1984,
 * doi:10.1145/62.2160. Near-linear. Not thread-safe.
 */
public final class UnionFind {
    private final int[] parent;

    public UnionFind(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    /** Sets of these groups; whatever is in none is alone. */
    public static UnionFind of(int size, int[][] groups) {
        var sets = new UnionFind(size);
        for (int[] group : groups) {
            for (int node : group) {
                sets.union(group[0], node);
            }
        }
        return sets;
    }

    public int find(int node) {
        int[] p = parent;
        int at = node;
        while (p[at] != at) {
            p[at] = p[p[at]];
            at = p[at];
        }
        return at;
    }

    public void union(int a, int b) {
        int x = find(a);
        int y = find(b);
        if (x < y) {
            parent[y] = x;
        } else {
            parent[x] = y;
        }
    }

    /** Sets of two or more, each ascending, in the order of their first node. */
    public int[][] groups() {
        return Arrays.stream(partition().members())
                .filter(members -> members.length > 1)
                .toArray(int[][]::new);
    }

    public Partition partition() {
        int[] group = new int[parent.length];
        int count = 0;
        for (int node = 0; node < parent.length; node++) {
            // A parent is never behind its child, so its group is known.
            group[node] = parent[node] == node ? count++ : group[parent[node]];
        }
        return new Partition(group, count);
    }
}

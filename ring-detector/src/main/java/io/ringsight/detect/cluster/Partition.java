package io.ringsight.detect.cluster;

import java.util.Arrays;
import java.util.HashMap;

/**
 * Each node's group; groups are numbered from 0 in the order of their first node, so equal partitions are equal arrays.
 *
 * @param group int[nodes]
 * @param groupCount how many groups there are
 */
public record Partition(int[] group, int groupCount) {

    /** The partition that these labels of any value make. */
    public static Partition of(int[] labels) {
        var numbers = new HashMap<Integer, Integer>();
        int[] group = new int[labels.length];
        for (int node = 0; node < labels.length; node++) {
            int next = numbers.size();
            Integer known = numbers.putIfAbsent(labels[node], next);
            group[node] = known == null ? next : known;
        }
        return new Partition(group, numbers.size());
    }

    /** The nodes of each group, ascending. */
    public int[][] members() {
        int[] sizes = new int[groupCount];
        for (int g : group) {
            sizes[g]++;
        }
        int[][] members = new int[groupCount][];
        Arrays.setAll(members, g -> new int[sizes[g]]);
        int[] next = new int[groupCount];
        for (int node = 0; node < group.length; node++) {
            members[group[node]][next[group[node]]++] = node;
        }
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partition partition && Arrays.equals(group, partition.group);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(group);
    }

    @Override
    public String toString() {
        return groupCount + " groups of " + group.length + " nodes";
    }
}

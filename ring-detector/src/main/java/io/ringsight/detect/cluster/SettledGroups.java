package io.ringsight.detect.cluster;

/** Which groups of a partition have exactly the members that a group of an earlier partition had. */
final class SettledGroups {
    private SettledGroups() {}

    /** For each of the {@code count} groups of {@code now}; all labels are below the number of nodes. */
    static boolean[] of(int[] before, int[] now, int count) {
        int[] sizeBefore = new int[before.length];
        int[] size = new int[count];
        int[] origin = new int[count]; // the group before that a member was in
        for (int node = 0; node < now.length; node++) {
            sizeBefore[before[node]]++;
            size[now[node]]++;
            origin[now[node]] = before[node];
        }
        boolean[] settled = new boolean[count];
        for (int group = 0; group < count; group++) {
            settled[group] = size[group] == sizeBefore[origin[group]];
        }
        for (int node = 0; node < now.length; node++) {
            if (origin[now[node]] != before[node]) {
                settled[now[node]] = false;
            }
        }
        return settled;
    }
}

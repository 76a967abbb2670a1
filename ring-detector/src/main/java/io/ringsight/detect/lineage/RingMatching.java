package io.ringsight.detect.lineage;

import io.ringsight.detect.cluster.UnionFind;
import it.unimi.dsi.fastutil.ints.Int2IntAVLTreeMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which new ring is which of those before: the matching with the most common members in all; among these the one whose rings changed
 * least, then the one that keeps the older rings. A ring needs two members in common to be the same. A function of what touches, ring by
 * ring, and not of the order in which new rings come.
 */
final class RingMatching {
    private static final int LEAST_COMMON = 2;
    private static final int SHARE = 1 << 10; // steps in which the common share of two rings is told apart

    private final List<RingVersion> before;
    private final List<List<String>> after;
    private final int[][] others; // of each new ring: rings before that it has enough members of, ascending
    private final int[][] common; // and how many

    private RingMatching(List<RingVersion> before, List<List<String>> after) {
        this.before = before;
        this.after = after;
        others = new int[after.size()][];
        common = new int[after.size()][];
        Map<String, Integer> ringOf = new HashMap<>();
        for (int ring = 0; ring < before.size(); ring++) {
            for (String member : before.get(ring).members()) {
                ringOf.put(member, ring);
            }
        }
        for (int ring = 0; ring < after.size(); ring++) {
            var count = new Int2IntAVLTreeMap();
            for (String member : after.get(ring)) {
                int was = ringOf.getOrDefault(member, -1);
                if (was >= 0) {
                    count.addTo(was, 1);
                }
            }
            count.values().removeIf(accounts -> accounts < LEAST_COMMON);
            others[ring] = count.keySet().toIntArray();
            common[ring] = count.values().toIntArray();
        }
    }

    /**
     * @param before rings that stood, the oldest first
     * @param after members of the new rings, by their first member
     * @return int[after], the position of what it was before, or -1
     */
    static int[] of(List<RingVersion> before, List<List<String>> after) {
        return new RingMatching(before, after).match();
    }

    private int[] match() {
        var touching = new UnionFind(after.size() + before.size());
        for (int ring = 0; ring < others.length; ring++) {
            for (int other : others[ring]) {
                touching.union(ring, after.size() + other);
            }
        }
        int[] was = new int[after.size()];
        Arrays.fill(was, -1);
        for (int[] part : touching.partition().members()) {
            int[] rings =
                    Arrays.stream(part).filter(node -> node < after.size()).toArray();
            int[] old = Arrays.stream(part)
                    .filter(node -> node >= after.size())
                    .map(node -> node - after.size())
                    .toArray();
            match(rings, old, was);
        }
        return was;
    }

    /** Within what touches: these new rings and those before, both ascending. */
    private void match(int[] rings, int[] old, int[] was) {
        int[][] columns = new int[rings.length][];
        long[][] weights = new long[rings.length][];
        for (int row = 0; row < rings.length; row++) {
            int ring = rings[row];
            columns[row] = Arrays.stream(others[ring])
                    .map(other -> Arrays.binarySearch(old, other))
                    .toArray();
            weights[row] = new long[columns[row].length];
            for (int i = 0; i < columns[row].length; i++) {
                weights[row][i] = weight(ring, i, row + columns[row][i]);
            }
        }
        int[] matched = Assignment.of(old.length, columns, weights);
        for (int row = 0; row < matched.length; row++) {
            was[rings[row]] = matched[row] < 0 ? -1 : old[matched[row]];
        }
    }

    /**
     * One number that orders by accounts in common, then by their share of the larger ring, then by place. Sums over a matching keep that
     * order up to a million accounts and two thousand rings that touch each other.
     */
    private long weight(int ring, int i, int place) {
        long accounts = common[ring][i];
        int larger = Math.max(
                after.get(ring).size(), before.get(others[ring][i]).members().size());
        return (accounts << 42) + (accounts * (SHARE - 1) / larger << 21) + Math.max(0, SHARE - 1 - place);
    }
}

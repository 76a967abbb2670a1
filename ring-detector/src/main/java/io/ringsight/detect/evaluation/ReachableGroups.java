package io.ringsight.detect.evaluation;

import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;

/**
 * Which members of a true ring anything at all connects, where the truth file does not say: components of the members over
 * identifiers that they share exactly.
 */
final class ReachableGroups {
    private ReachableGroups() {}

    /** int[accounts of the truth], dense from 0; -1 when in no ring. */
    static int[] of(Truth truth, IdentityGraph graph) {
        int[] position = positions(truth, graph);
        var sets = new UnionFind(truth.size());
        var lastOfRing = new Int2IntOpenHashMap();
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            lastOfRing.clear();
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                int member = position[graph.accountOf(use)];
                if (member >= 0 && truth.ring()[member] >= 0) {
                    int ring = truth.ring()[member];
                    if (lastOfRing.containsKey(ring)) {
                        sets.union(member, lastOfRing.get(ring));
                    }
                    lastOfRing.put(ring, member);
                }
            }
        }
        return groups(truth, sets);
    }

    /** int[accounts of the graph]: where the truth speaks of each, or -1. */
    private static int[] positions(Truth truth, IdentityGraph graph) {
        int[] position = new int[graph.accountCount()];
        Arrays.fill(position, -1);
        for (int i = 0; i < truth.size(); i++) {
            int account = graph.findAccount(truth.accountIds().get(i));
            if (account >= 0) {
                position[account] = i;
            }
        }
        return position;
    }

    private static int[] groups(Truth truth, UnionFind sets) {
        int[] number = new int[truth.size()];
        Arrays.fill(number, -1);
        int[] group = new int[truth.size()];
        int count = 0;
        for (int i = 0; i < truth.size(); i++) {
            int root = sets.find(i);
            if (truth.ring()[i] < 0) {
                group[i] = -1;
            } else {
                if (number[root] < 0) {
                    number[root] = count++;
                }
                group[i] = number[root];
            }
        }
        return group;
    }
}

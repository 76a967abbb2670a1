package io.ringsight.detect.explanation;

import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.evidence.EvidenceEpoch;
import io.ringsight.detect.evidence.PairsWithin;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that members of a ring have in common, each identifier in at most one thing: those that resemble each other, for two members whose
 * pair was looked at, belong to one. In the order of the snapshot, so that neither the order of input nor keys show. Immutable.
 */
final class ThingsInCommon {
    private final List<SharedThing> things;
    private final Int2IntOpenHashMap thingOf = new Int2IntOpenHashMap(); // identifier to position in things

    private ThingsInCommon(List<SharedThing> things) {
        this.things = List.copyOf(things);
        thingOf.defaultReturnValue(-1);
        for (int thing = 0; thing < things.size(); thing++) {
            for (int identifier : things.get(thing).identifiers()) {
                thingOf.put(identifier, thing);
            }
        }
    }

    static ThingsInCommon of(EvidenceEpoch epoch, PairsWithin pairs) {
        IdentityGraph graph = epoch.graph();
        int[][] used = new int[pairs.members()][];
        for (int member = 0; member < used.length; member++) {
            used[member] = identifiers(graph, pairs.account(member));
        }
        int[] all = Arrays.stream(used).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
        var alike = new UnionFind(all.length);
        for (int pair = 0; pair < pairs.size(); pair++) {
            for (int one : used[pairs.lower(pair)]) {
                for (int other : used[pairs.upper(pair)]) {
                    if (one != other
                            && graph.identifierType(one) == graph.identifierType(other)
                            && epoch.isNear(one, other)) {
                        alike.union(Arrays.binarySearch(all, one), Arrays.binarySearch(all, other));
                    }
                }
            }
        }
        return new ThingsInCommon(things(graph, used, all, alike));
    }

    private static List<SharedThing> things(IdentityGraph graph, int[][] used, int[] all, UnionFind alike) {
        var identifiers = new TreeMap<Integer, IntArrayList>(); // by root
        for (int i = 0; i < all.length; i++) {
            identifiers.computeIfAbsent(alike.find(i), _ -> new IntArrayList()).add(all[i]);
        }
        var users = new TreeMap<Integer, IntLinkedOpenHashSet>();
        for (int member = 0; member < used.length; member++) {
            for (int identifier : used[member]) {
                users.computeIfAbsent(
                                alike.find(Arrays.binarySearch(all, identifier)), _ -> new IntLinkedOpenHashSet())
                        .add(member);
            }
        }
        var things = new ArrayList<SharedThing>();
        users.forEach((root, members) -> {
            if (members.size() > 1) {
                int[] own = Objects.requireNonNull(identifiers.get(root)).toIntArray();
                things.add(new SharedThing(graph.identifierType(own[0]), own, members.toIntArray()));
            }
        });
        things.sort(Comparator.comparingInt(thing -> thing.identifiers()[0]));
        return things;
    }

    /** Each once, ascending, without placeholders. */
    private static int[] identifiers(IdentityGraph graph, int account) {
        var identifiers = new IntArrayList();
        for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
            int identifier = graph.identifierOf(s);
            boolean again = !identifiers.isEmpty() && identifiers.getInt(identifiers.size() - 1) == identifier;
            if (!again && !graph.isPlaceholder(identifier)) {
                identifiers.add(identifier);
            }
        }
        return identifiers.toIntArray();
    }

    int size() {
        return things.size();
    }

    SharedThing get(int thing) {
        return things.get(thing);
    }

    List<SharedThing> all() {
        return things;
    }

    /** Position of the thing that an identifier belongs to, or -1. */
    int of(int identifier) {
        return thingOf.get(identifier);
    }
}

package io.ringsight.detect.explanation;

import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.evidence.EvidenceEpoch;
import io.ringsight.detect.evidence.PairsWithin;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntRBTreeSet;
import it.unimi.dsi.fastutil.ints.IntSortedSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * All that members of a ring present, each identifier in one {@link RingThing}: what they have in common, where identifiers that resemble
 * each other for a pair that was looked at belong together, then by type what they have for themselves. In the order of the snapshot, so
 * that neither the order of input nor keys show. Immutable.
 */
final class RingThings {
    private final List<RingThing> things;
    private final Int2IntOpenHashMap thingOf = new Int2IntOpenHashMap(); // identifier to position in things

    private RingThings(List<RingThing> things) {
        this.things = List.copyOf(things);
        thingOf.defaultReturnValue(-1);
        for (int thing = 0; thing < things.size(); thing++) {
            for (int identifier : things.get(thing).identifiers()) {
                thingOf.put(identifier, thing);
            }
        }
    }

    static RingThings of(EvidenceEpoch epoch, PairsWithin pairs) {
        int[][] used = new int[pairs.members()][];
        for (int member = 0; member < used.length; member++) {
            used[member] = identifiers(epoch.graph(), pairs.account(member));
        }
        int[] all = Arrays.stream(used)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        return new RingThings(things(epoch.graph(), used, all, alike(epoch, pairs, used, all)));
    }

    private static UnionFind alike(EvidenceEpoch epoch, PairsWithin pairs, int[][] used, int[] all) {
        var alike = new UnionFind(all.length);
        for (int pair = 0; pair < pairs.size(); pair++) {
            for (int one : used[pairs.lower(pair)]) {
                for (int other : used[pairs.upper(pair)]) {
                    if (one != other && epoch.isNear(one, other)) {
                        alike.union(Arrays.binarySearch(all, one), Arrays.binarySearch(all, other));
                    }
                }
            }
        }
        return alike;
    }

    private static List<RingThing> things(IdentityGraph graph, int[][] used, int[] all, UnionFind alike) {
        var groups = new TreeMap<Integer, Group>(); // by root, which is the first identifier
        for (int member = 0; member < used.length; member++) {
            for (int identifier : used[member]) {
                int root = alike.find(Arrays.binarySearch(all, identifier));
                groups.computeIfAbsent(root, _ -> new Group()).add(identifier, member);
            }
        }
        var things = new ArrayList<RingThing>();
        var own = new TreeMap<Integer, Group>(); // by type
        for (Group group : groups.values()) {
            int type = graph.identifierType(group.identifiers.firstInt());
            if (group.members.size() > 1) {
                things.add(group.thing(group.identifiers.size() > 1 ? ThingKind.ALIKE : ThingKind.SHARED, type));
            } else {
                own.computeIfAbsent(type, _ -> new Group()).addAll(group);
            }
        }
        things.sort(Comparator.comparingInt(thing -> thing.identifiers()[0]));
        own.forEach((type, group) -> things.add(group.thing(ThingKind.OWN, type)));
        return things;
    }

    /** Identifiers and who uses them. */
    private static final class Group {
        private final IntSortedSet identifiers = new IntRBTreeSet();
        private final IntSortedSet members = new IntRBTreeSet();

        void add(int identifier, int member) {
            identifiers.add(identifier);
            members.add(member);
        }

        void addAll(Group other) {
            identifiers.addAll(other.identifiers);
            members.addAll(other.members);
        }

        RingThing thing(ThingKind kind, int type) {
            return new RingThing(kind, type, identifiers.toIntArray(), members.toIntArray());
        }
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

    RingThing get(int thing) {
        return things.get(thing);
    }

    /** Those that members have in common. */
    int shared() {
        return (int)
                things.stream().filter(thing -> thing.kind() != ThingKind.OWN).count();
    }

    /** Position of the thing that an identifier belongs to, or -1 for what plays no part. */
    int of(int identifier) {
        return thingOf.get(identifier);
    }
}

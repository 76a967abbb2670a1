package io.ringsight.detect.lineage;

import io.ringsight.detect.lineage.LineageEvent.Kind;
import io.ringsight.detect.ring.RingIds;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one detection makes of the rings before it: a function of both and of the moment, whatever order rings come in.
 *
 * @param ids the id of each new ring, by {@link RingIds name of its members}
 * @param versions that are new: of rings that changed, began or ended
 * @param events what happened, ring by ring
 */
public record Succession(Map<String, String> ids, List<RingVersion> versions, List<LineageEvent> events) {
    public Succession {
        ids = Map.copyOf(ids);
        versions = List.copyOf(versions);
        events = List.copyOf(events);
    }

    /**
     * @param rings members of each new ring, by code point
     * @param at when they are published, milliseconds since 1970 UTC
     */
    public static Succession of(RingPast history, Collection<List<String>> rings, Causes causes, long at) {
        return new Builder(history, rings, causes, at).build();
    }

    private static final class Builder {
        private final RingPast history;
        private final Causes causes;
        private final long at;
        private final List<RingVersion> before;
        private final List<List<String>> after;
        private final String[] idOf; // by new ring
        private final int[] was; // position in before, or -1
        private final Map<String, Integer> beforeOf = new HashMap<>(); // ring before of each account
        private final Map<String, Integer> afterOf = new HashMap<>();
        private final List<RingVersion> versions = new ArrayList<>();
        private final List<LineageEvent> events = new ArrayList<>();

        Builder(RingPast history, Collection<List<String>> rings, Causes causes, long at) {
            this.history = history;
            this.causes = causes;
            this.at = at;
            before = history.standing();
            after = rings.stream()
                    .sorted(Comparator.comparing(List::getFirst, CodePointOrder.INSTANCE))
                    .toList();
            was = RingMatching.of(before, after);
            idOf = new String[after.size()];
            for (int ring = 0; ring < before.size(); ring++) {
                for (String member : before.get(ring).members()) {
                    beforeOf.put(member, ring);
                }
            }
            for (int ring = 0; ring < after.size(); ring++) {
                for (String member : after.get(ring)) {
                    afterOf.put(member, ring);
                }
            }
        }

        Succession build() {
            nameAll();
            Set<Integer> ended = new TreeSet<>();
            for (int ring = 0; ring < before.size(); ring++) {
                ended.add(ring);
            }
            for (int ring = 0; ring < after.size(); ring++) {
                ended.remove(was[ring]);
                if (was[ring] < 0) {
                    born(ring);
                } else if (!before.get(was[ring]).members().equals(after.get(ring))) {
                    changed(ring, before.get(was[ring]));
                }
            }
            ended.forEach(ring -> ended(before.get(ring)));
            Map<String, String> ids = new HashMap<>();
            for (int ring = 0; ring < after.size(); ring++) {
                ids.put(RingIds.of(after.get(ring)), idOf[ring]);
            }
            return new Succession(ids, versions, events);
        }

        private void nameAll() {
            Set<String> taken = new HashSet<>();
            before.forEach(version -> taken.add(version.ringId()));
            for (int ring = 0; ring < after.size(); ring++) {
                if (was[ring] >= 0) {
                    idOf[ring] = before.get(was[ring]).ringId();
                }
            }
            for (int ring = 0; ring < after.size(); ring++) {
                if (was[ring] < 0) {
                    idOf[ring] = newId(after.get(ring), taken);
                    taken.add(idOf[ring]);
                }
            }
        }

        /** Of the ring that ended with these members, or by its members; another where a ring has that id that stands or has ended. */
        private String newId(List<String> members, Set<String> taken) {
            String back = history.endedWith(members).orElse("");
            if (!back.isEmpty() && !taken.contains(back)) {
                return back;
            }
            String id = RingIds.of(members);
            var salted = new ArrayList<>(members);
            while (taken.contains(id) || history.latest(id).isPresent()) {
                salted.add("again");
                id = RingIds.of(salted);
            }
            return id;
        }

        private void born(int ring) {
            List<String> members = after.get(ring);
            int version = nextVersion(idOf[ring]);
            versions.add(new RingVersion(idOf[ring], version, at, members));
            Set<String> from = new TreeSet<>(CodePointOrder.INSTANCE);
            for (String member : members) {
                if (beforeOf.containsKey(member)) {
                    from.add(before.get(beforeOf.get(member)).ringId());
                }
            }
            event(idOf[ring], version, Kind.BORN, members, List.of(), from, members);
        }

        private void changed(int ring, RingVersion old) {
            List<String> members = after.get(ring);
            int version = old.version() + 1;
            String id = idOf[ring];
            versions.add(new RingVersion(id, version, at, members));
            Map<String, List<String>> joined = new TreeMap<>(CodePointOrder.INSTANCE); // by ring before, "" for none
            Map<String, List<String>> left = new TreeMap<>(CodePointOrder.INSTANCE);
            List<String> about = Stream.concat(
                            members.stream(),
                            old.members().stream().filter(member -> afterOf.getOrDefault(member, -1) != ring))
                    .sorted(CodePointOrder.INSTANCE)
                    .toList();
            for (String account : about) {
                int from = beforeOf.getOrDefault(account, -1);
                int to = afterOf.getOrDefault(account, -1);
                if (to == ring && from != was[ring]) {
                    String other = from < 0 ? "" : before.get(from).ringId();
                    joined.computeIfAbsent(other, _ -> new ArrayList<>()).add(account);
                } else if (to != ring) {
                    left.computeIfAbsent(to < 0 ? "" : idOf[to], _ -> new ArrayList<>())
                            .add(account);
                }
            }
            List<String> newcomers = joined.getOrDefault("", List.of());
            List<String> goners = left.getOrDefault("", List.of());
            joined.remove("");
            left.remove("");
            if (!newcomers.isEmpty()) {
                event(id, version, Kind.GREW, newcomers, List.of(), Set.of(), newcomers);
            }
            if (!goners.isEmpty()) {
                event(id, version, Kind.SHRANK, List.of(), goners, Set.of(), old.members());
            }
            if (!joined.isEmpty()) {
                event(id, version, Kind.MERGED, flat(joined), List.of(), joined.keySet(), about);
            }
            if (!left.isEmpty()) {
                event(id, version, Kind.SPLIT, List.of(), flat(left), left.keySet(), about);
            }
        }

        private void ended(RingVersion old) {
            versions.add(new RingVersion(old.ringId(), old.version() + 1, at, List.of()));
            Set<String> into = new TreeSet<>(CodePointOrder.INSTANCE);
            Map<Integer, Integer> count = new TreeMap<>();
            for (String member : old.members()) {
                if (afterOf.containsKey(member)) {
                    count.merge(afterOf.get(member), 1, Integer::sum);
                }
            }
            count.forEach((ring, accounts) -> {
                if (accounts >= 2) {
                    into.add(idOf[ring]);
                }
            });
            Kind kind = into.isEmpty() ? Kind.DISSOLVED : Kind.MERGED;
            event(old.ringId(), old.version() + 1, kind, List.of(), old.members(), into, old.members());
        }

        private int nextVersion(String id) {
            return history.latest(id).map(last -> last.version() + 1).orElse(1);
        }

        private void event(
                String id,
                int version,
                Kind kind,
                List<String> joined,
                List<String> left,
                Set<String> others,
                Collection<String> about) {
            events.add(new LineageEvent(id, version, kind, at, joined, left, List.copyOf(others), causes.about(about)));
        }

        private static List<String> flat(Map<String, List<String>> byRing) {
            return byRing.values().stream()
                    .flatMap(List::stream)
                    .sorted(CodePointOrder.INSTANCE)
                    .toList();
        }
    }
}

package io.ringsight.detect.incremental;

import io.ringsight.detect.cluster.Clustering;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.cluster.LeidenParameters;
import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.cluster.WeightedGraph;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.lineage.Causes;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingPast;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.detect.link.JudgedPairs;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.link.LinkTable;
import io.ringsight.detect.ring.RingIds;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.CodePointOrder;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rings of an epoch while links come, go, are cut and bonded. A change works out again the components it touches, and what they were
 * before: in memory, in the time of that many accounts and links. Whatever the order of what came before, rings are those of a detection
 * over the links of now; ids are those of a detection after each change. Not thread-safe.
 */
public final class LiveRings implements RingPast {
    private final double floor;
    private final LeidenParameters leiden;
    private final long seed;
    private final LinkedAccounts accounts = new LinkedAccounts();
    private final Map<Subject.Pair, Double> evidence = new HashMap<>();
    private final Set<Subject.Pair> cuts = new HashSet<>();
    private final Set<Subject.Pair> bonds = new HashSet<>();
    private final RingHistory before;
    private final Map<String, RingVersion> ringOf = new HashMap<>(); // by account
    private final Map<String, RingVersion> latest = new HashMap<>(); // that and the following: since then
    private final Map<String, RingVersion> births = new HashMap<>();
    private final Map<String, RingVersion> lastAlive = new HashMap<>();
    private final Map<String, List<RingVersion>> ended = new HashMap<>(); // last with members, by the name of these
    private List<RingVersion> touched = List.of();

    /**
     * @param floor links of lower probability hold no ring together
     * @param seed of everything random
     */
    public LiveRings(double floor, LeidenParameters leiden, long seed) {
        this(floor, leiden, seed, RingHistory.none());
    }

    private LiveRings(double floor, LeidenParameters leiden, long seed, RingHistory before) {
        this.floor = floor;
        this.leiden = leiden;
        this.seed = seed;
        this.before = before;
    }

    /**
     * Those of a detection.
     *
     * @param history with the rings of the detection, which stand
     * @param links of the detection, bonds among them
     */
    public static LiveRings of(
            double floor, LeidenParameters leiden, long seed, RingHistory history, Collection<Link> links) {
        var live = new LiveRings(floor, leiden, seed, history);
        for (RingVersion ring : history.standing()) {
            ring.members().forEach(member -> live.ringOf.put(member, ring));
        }
        for (Link link : links) {
            if (link.probability() >= floor) {
                var pair = Subject.Pair.of(link.accountA(), link.accountB());
                live.evidence.put(pair, evidenced(link));
                if (link.isBond()) {
                    live.bonds.add(pair);
                }
                live.link(pair);
            }
        }
        return live;
    }

    /** What evidence said before a bond was added. */
    private static double evidenced(Link link) {
        double bond = link.evidence().stream()
                .filter(item -> item.code().equals(LinkTable.BOND))
                .mapToDouble(Evidence::bits)
                .sum();
        return bond == 0 ? link.probability() : LogOdds.probability(LogOdds.bits(link.probability()) - bond);
    }

    /** Links as they are from now on; what became of rings by it. */
    public Succession change(Collection<LinkChange> changes, Causes causes, long at) {
        Set<Subject.Pair> pairs = new HashSet<>();
        for (LinkChange change : changes) {
            var pair = Subject.Pair.of(change.accountA(), change.accountB());
            if (change.probability() > 0) {
                evidence.put(pair, change.probability());
            } else {
                evidence.remove(pair);
            }
            pairs.add(pair);
        }
        return follow(pairs, causes, at);
    }

    /** @param undo whether it is a link again as far as evidence says so */
    public Succession cut(Subject.Pair pair, boolean undo, Causes causes, long at) {
        return judge(cuts, pair, undo, causes, at);
    }

    /** @param undo whether nothing but evidence ties them again */
    public Succession bond(Subject.Pair pair, boolean undo, Causes causes, long at) {
        return judge(bonds, pair, undo, causes, at);
    }

    private Succession judge(Set<Subject.Pair> judged, Subject.Pair pair, boolean undo, Causes causes, long at) {
        if (undo) {
            judged.remove(pair);
        } else {
            judged.add(pair);
        }
        return follow(Set.of(pair), causes, at);
    }

    private Succession follow(Set<Subject.Pair> pairs, Causes causes, long at) {
        var ends = new IntArrayList();
        for (Subject.Pair pair : pairs) {
            link(pair);
            ends.add(accounts.number(pair.accountA()));
            ends.add(accounts.number(pair.accountB()));
        }
        IntOpenHashSet reached = accounts.reachedFrom(ends.toIntArray());
        String[] members = reached.intStream()
                .mapToObj(accounts::id)
                .sorted(CodePointOrder.INSTANCE)
                .toArray(String[]::new);
        touched = ringsOf(members);
        var succession = Succession.of(this, rings(members), causes, at);
        succession.versions().forEach(this::publish);
        return succession;
    }

    private void link(Subject.Pair pair) {
        accounts.link(accounts.number(pair.accountA()), accounts.number(pair.accountB()), weight(pair));
    }

    /** The oldest first. */
    private List<RingVersion> ringsOf(String[] members) {
        Set<RingVersion> rings =
                Collections.newSetFromMap(new IdentityHashMap<>()); // equality would go through all members
        for (String member : members) {
            RingVersion ring = ringOf.get(member);
            if (ring != null) {
                rings.add(ring);
            }
        }
        return rings.stream()
                .sorted(Comparator.comparing(this::birth, RingHistory.OLDEST_FIRST))
                .toList();
    }

    private double weight(Subject.Pair pair) {
        double known = cuts.contains(pair) ? 0 : evidence.getOrDefault(pair, 0.0);
        double judged = bonds.contains(pair) ? Math.max(known, JudgedPairs.BOND) : known;
        return judged >= floor ? judged : 0;
    }

    /** Rings among these accounts, by id, which make up whole components. */
    private List<List<String>> rings(String[] members) {
        int[] numbers = Arrays.stream(members).mapToInt(accounts::number).toArray();
        var rank = new Int2IntOpenHashMap(members.length);
        for (int i = 0; i < numbers.length; i++) {
            rank.put(numbers[i], i);
        }
        var from = new IntArrayList();
        var to = new IntArrayList();
        var weights = new DoubleArrayList();
        for (int i = 0; i < numbers.length; i++) {
            for (Int2DoubleMap.Entry link : accounts.links(numbers[i]).int2DoubleEntrySet()) {
                int other = rank.getOrDefault(link.getIntKey(), -1);
                if (other > i) {
                    from.add(i);
                    to.add(other);
                    weights.add(link.getDoubleValue());
                }
            }
        }
        var graph = WeightedGraph.of(members.length, from.toIntArray(), to.toIntArray(), weights.toDoubleArray());
        var clustering = new Clustering(ComponentEngine.jvm(), leiden, i -> AccountOrder.hash(members[i]), seed);
        List<List<String>> rings = new ArrayList<>();
        for (int[] group : joined(clustering.groups(graph, Progress.silent()), members, rank)) {
            rings.add(Arrays.stream(group).mapToObj(i -> members[i]).toList());
        }
        return rings;
    }

    private int[][] joined(int[][] groups, String[] members, Int2IntMap rank) {
        if (bonds.isEmpty()) {
            return groups;
        }
        var sets = UnionFind.of(members.length, groups);
        for (int i = 0; i < members.length; i++) {
            for (Int2DoubleMap.Entry link :
                    accounts.links(accounts.number(members[i])).int2DoubleEntrySet()) {
                String other = accounts.id(link.getIntKey());
                if (bonds.contains(Subject.Pair.of(members[i], other))) {
                    sets.union(i, rank.getOrDefault(link.getIntKey(), i));
                }
            }
        }
        return sets.groups();
    }

    private RingVersion birth(RingVersion version) {
        return before.birth(version.ringId()).orElseGet(() -> births.getOrDefault(version.ringId(), version));
    }

    private void publish(RingVersion version) {
        Optional<RingVersion> last = latest(version.ringId());
        latest.put(version.ringId(), version);
        births.putIfAbsent(version.ringId(), version);
        last.ifPresent(old -> old.members().forEach(member -> ringOf.remove(member, old)));
        if (!version.ended()) {
            lastAlive.put(version.ringId(), version);
        } else {
            last.ifPresent(old -> {
                lastAlive.putIfAbsent(old.ringId(), old);
                ended.computeIfAbsent(RingIds.of(old.members()), _ -> new ArrayList<>())
                        .add(old);
            });
        }
        version.members().forEach(member -> ringOf.put(member, version));
    }

    /** Probabilities by evidence, of pairs that have any. */
    Map<Subject.Pair, Double> evidence() {
        return evidence;
    }

    Set<Subject.Pair> cuts() {
        return cuts;
    }

    Set<Subject.Pair> bonds() {
        return bonds;
    }

    /** The ring that an account is in. */
    public Optional<RingVersion> ringOf(String accountId) {
        return Optional.ofNullable(ringOf.get(accountId));
    }

    /** The rings that the last change touched. */
    @Override
    public List<RingVersion> standing() {
        return touched;
    }

    @Override
    public Optional<RingVersion> latest(String ringId) {
        RingVersion since = latest.get(ringId);
        return since == null ? before.latest(ringId) : Optional.of(since);
    }

    @Override
    public Optional<String> endedWith(List<String> members) {
        return ended.getOrDefault(RingIds.of(members), List.of()).stream()
                .filter(last -> last.equals(lastAlive.get(last.ringId())))
                .filter(last -> latest(last.ringId()).stream().anyMatch(RingVersion::ended))
                .max(RingHistory.OLDEST_FIRST)
                .map(RingVersion::ringId)
                .or(() -> before.endedWith(members).filter(id -> !latest.containsKey(id)));
    }
}

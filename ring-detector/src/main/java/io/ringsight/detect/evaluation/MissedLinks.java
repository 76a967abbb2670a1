package io.ringsight.detect.evaluation;

import io.ringsight.detect.evaluation.AlignedVerdicts.AlignedLink;
import io.ringsight.detect.evidence.Evidence;
import it.unimi.dsi.fastutil.longs.Long2DoubleMap;
import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Where a contender fails most to link who is under common control, though something connects them: scored accounts of one reachable
 * group of a true ring, or of one honest person. A pair that a ring of the contender joins all the same weighs less than one that it
 * leaves apart. Pairs are counted, not listed: groups may be large.
 */
final class MissedLinks {
    private static final double LINKED = 0.5;

    private final AlignedVerdicts verdicts;
    private final Truth truth;
    private final int[] group; // int[accounts]: the honest person or the reachable group, or -1
    private final long[] linked; // long[groups]: pairs
    private final long[] linkedApart; // long[groups]: of them, those in no ring together
    private final Long2DoubleOpenHashMap probability = new Long2DoubleOpenHashMap(); // of pairs within a group
    private final Long2ObjectOpenHashMap<List<Evidence>> kept = new Long2ObjectOpenHashMap<>();
    private final Long2IntOpenHashMap candidate = new Long2IntOpenHashMap(); // position of pairs that were not kept

    MissedLinks(AlignedVerdicts verdicts, ScoredPopulation population) {
        this.verdicts = verdicts;
        this.truth = population.truth();
        this.group = groups(population);
        this.linked = new long[2 * group.length];
        this.linkedApart = new long[2 * group.length];
        for (AlignedLink link : verdicts.links()) {
            if (together(link.a(), link.b())) {
                add(link.a(), link.b(), link.link().probability());
                kept.put(key(link.a(), link.b()), link.link().evidence());
            }
        }
        verdicts.candidates().ifPresent(this::addAll);
    }

    /** One a group, those first that leave most pairs apart, then those that miss most. */
    List<MissedLink> worst(int most) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < group.length; i++) {
            if (group[i] >= 0) {
                members.computeIfAbsent(group[i], _ -> new ArrayList<>()).add(i);
            }
        }
        return members.entrySet().stream()
                .map(entry -> count(entry.getKey(), entry.getValue()))
                .filter(count -> count.missed > 0)
                .sorted(Comparator.comparingLong(Count::apart)
                        .thenComparingLong(Count::missed)
                        .reversed())
                .limit(most)
                .map(this::example)
                .toList();
    }

    /** Of the pairs of one group. */
    private record Count(int group, List<Integer> members, long pairs, long missed, long apart) {}

    private Count count(int number, List<Integer> members) {
        Map<Integer, Integer> byRing = new HashMap<>();
        for (int member : members) {
            if (verdicts.ring()[member] >= 0) {
                byRing.merge(verdicts.ring()[member], 1, Integer::sum);
            }
        }
        long pairs = pairs(members.size());
        long joined = byRing.values().stream().mapToLong(MissedLinks::pairs).sum();
        return new Count(number, members, pairs, pairs - linked[number], pairs - joined - linkedApart[number]);
    }

    private MissedLink example(Count count) {
        long pair = nearest(count);
        int a = (int) (pair >>> 32);
        int b = (int) pair;
        return new MissedLink(
                truth.accountIds().get(a),
                truth.accountIds().get(b),
                probability.containsKey(pair) ? OptionalDouble.of(probability.get(pair)) : OptionalDouble.empty(),
                evidence(pair),
                truth.what(a),
                truth.what(b),
                count.pairs,
                count.missed,
                count.apart);
    }

    private List<Evidence> evidence(long pair) {
        return verdicts.candidates().isPresent() && candidate.containsKey(pair)
                ? verdicts.candidates().get().evidence().apply(candidate.get(pair))
                : kept.getOrDefault(pair, List.of());
    }

    /** The pair it came nearest to linking, of those left apart where there are any; of equals the first. */
    private long nearest(Count count) {
        long nearest = -1;
        double most = -1;
        for (Long2DoubleMap.Entry known : probability.long2DoubleEntrySet()) {
            long pair = known.getLongKey();
            double here = known.getDoubleValue();
            boolean better = here > most || here == most && pair < nearest;
            if (group[(int) (pair >>> 32)] == count.group && better && missed(pair, count)) {
                nearest = pair;
                most = here;
            }
        }
        return nearest >= 0 ? nearest : first(count);
    }

    private long first(Count count) {
        for (int i = 0; i < count.members.size(); i++) {
            for (int j = i + 1; j < count.members.size(); j++) {
                long pair = key(count.members.get(i), count.members.get(j));
                if (missed(pair, count)) {
                    return pair;
                }
            }
        }
        throw new IllegalStateException("Of %d missed pairs there is none.".formatted(count.missed));
    }

    private boolean missed(long pair, Count count) {
        return probability.getOrDefault(pair, 0) < LINKED
                && (count.apart == 0 || apart((int) (pair >>> 32), (int) pair));
    }

    private boolean apart(int a, int b) {
        return verdicts.ring()[a] < 0 || verdicts.ring()[a] != verdicts.ring()[b];
    }

    private void addAll(ScoredPairs pairs) {
        for (int pair = 0; pair < pairs.size(); pair++) {
            int a = pairs.a()[pair];
            int b = pairs.b()[pair];
            if (together(a, b) && !probability.containsKey(key(a, b))) {
                add(a, b, pairs.probability()[pair]);
                candidate.put(key(a, b), pair);
            }
        }
    }

    private void add(int a, int b, double known) {
        probability.put(key(a, b), known);
        if (known >= LINKED) {
            linked[group[a]]++;
            linkedApart[group[a]] += apart(a, b) ? 1 : 0;
        }
    }

    private boolean together(int a, int b) {
        return group[a] >= 0 && group[a] == group[b];
    }

    /** Positions in the truth are in the order of ids, so the first id comes first. */
    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private static long pairs(int size) {
        return size * (size - 1L) / 2;
    }

    /** Persons from 0, reachable groups after as many numbers as there are accounts. */
    private static int[] groups(ScoredPopulation population) {
        Truth truth = population.truth();
        int[] groups = new int[truth.size()];
        for (int i = 0; i < groups.length; i++) {
            int reachable = truth.reachableGroup()[i];
            int own = truth.ring()[i] < 0 ? truth.person()[i] : reachable < 0 ? -1 : truth.size() + reachable;
            groups[i] = population.scored()[i] ? own : -1;
        }
        return groups;
    }
}

package io.ringsight.detect.evaluation;

import io.ringsight.detect.evaluation.AlignedVerdicts.AlignedLink;
import io.ringsight.detect.evidence.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a contender goes wrong most, for people to learn from. */
final class WorstErrors {
    private static final int SHOWN = 10;
    private static final int EXAMPLES = 4;

    private final AlignedVerdicts verdicts;
    private final Truth truth;
    private final int[] control;
    private final boolean[] scored;
    private final MissedLinks missed;

    WorstErrors(AlignedVerdicts verdicts, ScoredPopulation population) {
        this.verdicts = verdicts;
        this.truth = population.truth();
        this.control = truth.commonControl();
        this.scored = population.scored();
        this.missed = new MissedLinks(verdicts, population);
    }

    /** Risky rings with the most pairs that do not belong together, worst first. */
    List<FalseMerge> merges() {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < truth.size(); i++) {
            if (scored[i] && verdicts.riskyRing()[i] >= 0) {
                members.computeIfAbsent(verdicts.riskyRing()[i], _ -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<Integer, Map<String, Integer>> evidence = wrongEvidence();
        return members.entrySet().stream()
                .map(ring -> merge(ring.getKey(), ring.getValue(), evidence.getOrDefault(ring.getKey(), Map.of())))
                .filter(merge -> merge.wrongPairs() > 0)
                .sorted(Comparator.comparingLong(FalseMerge::wrongPairs).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** The links between accounts that nobody controls in common that it was surest of. */
    List<FalseLink> links() {
        return verdicts.links().stream()
                .filter(link -> scored[link.a()] && scored[link.b()])
                .filter(link -> !together(link))
                .sorted(Comparator.comparingDouble(
                                (AlignedLink link) -> link.link().probability())
                        .reversed())
                .limit(SHOWN)
                .map(link -> new FalseLink(link.link(), truth.what(link.a()), truth.what(link.b())))
                .toList();
    }

    /** Who is under common control and was not linked, though something connects them. */
    List<MissedLink> missed() {
        return verdicts.linksPairs() ? missed.worst(SHOWN) : List.of();
    }

    private FalseMerge merge(int ring, List<Integer> members, Map<String, Integer> evidence) {
        Map<Integer, Integer> sizes = new HashMap<>();
        Set<Integer> rings = new HashSet<>();
        Map<String, Integer> patterns = new TreeMap<>();
        int fraud = 0;
        for (int member : members) {
            fraud += truth.fraud()[member] ? 1 : 0;
            patterns.merge(truth.what(member), 1, Integer::sum);
            if (control[member] >= 0) {
                sizes.merge(control[member], 1, Integer::sum);
            }
            if (truth.ring()[member] >= 0) {
                rings.add(truth.ring()[member]);
            }
        }
        long right = sizes.values().stream().mapToLong(WorstErrors::pairs).sum();
        List<String> examples = members.stream()
                .sorted(Comparator.comparing(member -> !truth.fraud()[member]))
                .limit(EXAMPLES)
                .map(truth.accountIds()::get)
                .toList();
        return new FalseMerge(
                members.size(),
                fraud,
                rings.size(),
                pairs(members.size()) - right,
                verdicts.ringRisk()[ring],
                patterns,
                mostOftenFirst(evidence),
                examples);
    }

    /** By risky ring: codes of the links within it that join who does not belong together. */
    private Map<Integer, Map<String, Integer>> wrongEvidence() {
        Map<Integer, Map<String, Integer>> codes = new HashMap<>();
        for (AlignedLink link : verdicts.links()) {
            int ring = verdicts.riskyRing()[link.a()];
            boolean counts = scored[link.a()] && scored[link.b()];
            if (counts && ring >= 0 && ring == verdicts.riskyRing()[link.b()] && !together(link)) {
                Map<String, Integer> here = codes.computeIfAbsent(ring, _ -> new HashMap<>());
                for (Evidence evidence : link.link().evidence()) {
                    here.merge(evidence.code(), 1, Integer::sum);
                }
            }
        }
        return codes;
    }

    private static SequencedMap<String, Integer> mostOftenFirst(Map<String, Integer> codes) {
        return codes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }

    private boolean together(AlignedLink link) {
        return control[link.a()] >= 0 && control[link.a()] == control[link.b()];
    }

    private static long pairs(int size) {
        return size * (size - 1L) / 2;
    }
}

package io.ringsight.detect.check;

import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.link.JudgedPairs;
import io.ringsight.ingest.record.CodePointOrder;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds whom an applicant is tied to. As thread-safe as the graph is. */
final class TieSearch {
    private final GrowingGraph graph;
    private final PairWeigher weigher;
    private final double floor;
    private final Map<String, Set<String>> cut; // by account
    private final Map<String, Set<String>> bonded;

    /** @param floor ties of lower probability are none */
    TieSearch(GrowingGraph graph, PairWeigher weigher, double floor, Judgements judgements) {
        this.graph = graph;
        this.weigher = weigher;
        this.floor = floor;
        cut = partners(judgements.cuts());
        bonded = partners(judgements.bonds());
    }

    /**
     * What was found.
     *
     * @param weighed accounts that it was compared with
     * @param apart accounts that investigators said it has nothing to do with
     * @param ties by evidence and judgement, most probable first, then by id
     * @param evidenced accounts that evidence alone ties, to its probability
     */
    record Found(List<PairWeigher.Weighed> weighed, IntSet apart, List<Tie> ties, Map<String, Double> evidenced) {}

    Found find(Applicant applicant, String applicantId, Set<String> truncated) {
        Set<String> apart = cut.getOrDefault(applicantId, Set.of());
        Set<String> together = bonded.getOrDefault(applicantId, Set.of());
        int[] candidates = applicant.candidates(Check.MOST_CANDIDATES, truncated);
        if (!together.isEmpty()) {
            candidates = IntStream.concat(
                            Arrays.stream(candidates),
                            together.stream().mapToInt(graph::findAccount).filter(account -> account >= 0))
                    .distinct()
                    .toArray();
        }
        List<Tie> ties = new ArrayList<>();
        Map<String, Double> evidenced = new HashMap<>();
        List<PairWeigher.Weighed> weighed = weigher.weigh(applicant.newcomer(), applicant.isKnown(), candidates);
        for (PairWeigher.Weighed pair : weighed) {
            if (pair.probability() < floor && together.isEmpty()) {
                continue; // most are: its id need not be looked up
            }
            String other = graph.accountId(pair.account());
            if (pair.probability() >= floor) {
                evidenced.put(other, pair.probability());
            }
            double probability =
                    together.contains(other) ? Math.max(JudgedPairs.BOND, pair.probability()) : pair.probability();
            if (probability >= floor && !apart.contains(other)) {
                ties.add(Tie.of(pair, other, probability));
            }
        }
        ties.sort(Comparator.comparingDouble(Tie::probability)
                .reversed()
                .thenComparing(Tie::accountId, CodePointOrder.INSTANCE));
        return new Found(
                weighed,
                new IntOpenHashSet(apart.stream().mapToInt(graph::findAccount).toArray()),
                ties,
                evidenced);
    }

    private static Map<String, Set<String>> partners(List<Subject.Pair> pairs) {
        Map<String, Set<String>> partners = new HashMap<>();
        for (Subject.Pair pair : pairs) {
            partner(partners, pair.accountA()).add(pair.accountB());
            partner(partners, pair.accountB()).add(pair.accountA());
        }
        return partners;
    }

    private static Set<String> partner(Map<String, Set<String>> partners, String account) {
        return partners.computeIfAbsent(account, _ -> new TreeSet<>(CodePointOrder.INSTANCE));
    }
}

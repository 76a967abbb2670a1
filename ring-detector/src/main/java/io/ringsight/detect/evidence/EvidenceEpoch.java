package io.ringsight.detect.evidence;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stays as it is while single accounts and sightings come and go: the pair model, how common each thing is, at what pace its users
 * came, what the pairs behind it are like, and which pairs are looked at. {@link PairsWithin} weighs some accounts under it. Beside the
 * snapshot it holds 8 bytes a pair and 28 a thing. Immutable, thread-safe.
 */
public final class EvidenceEpoch {
    private final IdentityGraph graph;
    private final AccountOrder order;
    private final Fields fields;
    private final PairModel model;
    private final PairComparison comparison;
    private final ResemblanceSearch nearness;
    private final CandidatePairs candidates;
    private final Crowds crowds;

    private EvidenceEpoch(
            IdentityGraph graph,
            AccountOrder order,
            EvidenceParameters parameters,
            PairModel model,
            Progress progress) {
        this.graph = graph;
        this.order = order;
        this.model = model;
        var search = PairSearch.of(graph, order, parameters, progress);
        fields = search.fields();
        comparison = search.comparison();
        candidates = search.candidates();
        nearness = new ResemblanceSearch(graph, search.frequencies(), fields, model);
        crowds = search.compare(progress).crowds();
    }

    /**
     * Of a snapshot: all its pairs are gone through once.
     *
     * @param model that was fitted to it, or to an earlier one
     */
    public static EvidenceEpoch of(
            IdentityGraph graph,
            AccountOrder order,
            EvidenceParameters parameters,
            PairModel model,
            Progress progress) {
        return new EvidenceEpoch(graph, order, parameters, model, progress);
    }

    public IdentityGraph graph() {
        return graph;
    }

    public AccountOrder order() {
        return order;
    }

    Fields fields() {
        return fields;
    }

    PairModel model() {
        return model;
    }

    PairComparison comparison() {
        return comparison;
    }

    Crowds crowds() {
        return crowds;
    }

    /** Whether two identifiers are of one type and resemble each other in a way that is weighed. */
    public boolean isNear(int one, int other) {
        return nearness.isNear(one, other);
    }

    /** Which identifiers of two accounts are weighed as near each other. */
    public List<Resemblance> resemblances(int one, int other) {
        var a = new AccountView();
        var b = new AccountView();
        var vector = new ComparisonVector();
        a.load(graph, one);
        b.load(graph, other);
        comparison.compare(a, b, 0, vector, new SharedThings());
        List<Resemblance> found = new ArrayList<>();
        nearness.between(
                a, b, vector.first(), vector.second(), (x, y, level) -> found.add(nearness.resemblance(x, y, level)));
        return found;
    }

    /**
     * The pairs that are looked at among some accounts, each as two positions among them.
     *
     * @param members ranks, ascending
     * @return int[2][pairs], ordered by the first, then the second
     */
    int[][] pairs(int[] members) {
        var lower = new IntArrayList();
        var upper = new IntArrayList();
        for (int member = 0; member < members.length; member++) {
            int pair = candidates.firstOf(members[member]);
            for (; pair < candidates.size() && candidates.lower(pair) == members[member]; pair++) {
                int other = Arrays.binarySearch(members, candidates.upper(pair));
                if (other >= 0) {
                    lower.add(member);
                    upper.add(other);
                }
            }
        }
        return new int[][] {lower.toIntArray(), upper.toIntArray()};
    }
}

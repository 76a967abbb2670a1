package io.ringsight.detect.link;

import io.ringsight.detect.cluster.WeightedGraph;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.evidence.WeighedPairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The pairs that are probable enough to keep, accounts by rank of id: ordered by (a, b), a before b. Immutable, thread-safe. */
public final class LinkTable {
    /** The code of evidence that is an investigator's decision. */
    public static final String BOND = "BOND";

    private static final int NO_PAIR = -1;

    private final WeighedPairs pairs;
    private final int[] lower; // int[links], by rank
    private final int[] upper;
    private final int[]
            pair; // int[links], number among the pairs; NO_PAIR for a bond of accounts that nothing else ties
    private final JudgedPairs judged;

    private LinkTable(WeighedPairs pairs, JudgedPairs judged, int[] lower, int[] upper, int[] pair) {
        this.pairs = pairs;
        this.judged = judged;
        this.lower = lower;
        this.upper = upper;
        this.pair = pair;
    }

    /** The pairs of at least {@code floor}, from which those that are cut were left out, and those that are bonded. */
    public static LinkTable of(WeighedPairs pairs, double floor, JudgedPairs judged) {
        int[] lower = new int[pairs.size() + judged.bonds()];
        int[] upper = new int[lower.length];
        int[] kept = new int[lower.length];
        int size = 0;
        int bond = 0;
        for (int p = 0; p <= pairs.size(); p++) {
            while (bond < judged.bonds() && (p == pairs.size() || isBefore(judged, bond, pairs, p))) {
                lower[size] = judged.a(bond);
                upper[size] = judged.b(bond++);
                kept[size++] = NO_PAIR;
            }
            if (p == pairs.size()) {
                break;
            }
            int a = pairs.lower(p);
            int b = pairs.upper(p);
            boolean bonded = bond < judged.bonds() && judged.a(bond) == a && judged.b(bond) == b;
            bond += bonded ? 1 : 0;
            if (bonded || pairs.probability(p) >= floor) {
                lower[size] = a;
                upper[size] = b;
                kept[size++] = p;
            }
        }
        return new LinkTable(
                pairs, judged, Arrays.copyOf(lower, size), Arrays.copyOf(upper, size), Arrays.copyOf(kept, size));
    }

    private static boolean isBefore(JudgedPairs judged, int bond, WeighedPairs pairs, int pair) {
        int byLower = Integer.compare(judged.a(bond), pairs.lower(pair));
        return byLower < 0 || byLower == 0 && judged.b(bond) < pairs.upper(pair);
    }

    public int size() {
        return pair.length;
    }

    public int a(int link) {
        return lower[link];
    }

    public int b(int link) {
        return upper[link];
    }

    public double probability(int link) {
        double known = evidenced(link);
        return isBonded(link) ? Math.max(known, JudgedPairs.BOND) : known;
    }

    /** What evidence alone says. */
    private double evidenced(int link) {
        return pair[link] == NO_PAIR ? pairs.rateOfControl() : pairs.probability(pair[link]);
    }

    private boolean isBonded(int link) {
        return judged.isBonded(lower[link], upper[link]);
    }

    /** That the two are different identities in the same hands, given that they are under common control. */
    public double operated(int link) {
        return pair[link] == NO_PAIR ? pairs.rateOfHands() / pairs.rateOfControl() : pairs.operated(pair[link]);
    }

    /** What speaks for and against that, strongest first. */
    public List<Evidence> evidenceOfOperation(int link) {
        return pair[link] == NO_PAIR ? List.of() : pairs.evidenceOfOperation(pair[link]);
    }

    private List<Evidence> evidence(int link) {
        List<Evidence> known = pair[link] == NO_PAIR ? List.of() : pairs.evidence(pair[link]);
        if (!isBonded(link)) {
            return known;
        }
        double bits = LogOdds.bits(probability(link)) - LogOdds.bits(evidenced(link));
        List<Evidence> all = new ArrayList<>(known);
        all.add(new Evidence(BOND, bits, "disposition"));
        all.sort(Comparator.comparingDouble((Evidence item) -> Math.abs(item.bits()))
                .reversed()
                .thenComparing(Evidence::code));
        return all;
    }

    /** The links of at least that probability as a graph over ranks. */
    public WeightedGraph graph(int accountCount, double floor) {
        int[] from = new int[pair.length];
        int[] to = new int[pair.length];
        double[] weight = new double[pair.length];
        int size = 0;
        for (int link = 0; link < pair.length; link++) {
            if (probability(link) >= floor) {
                from[size] = a(link);
                to[size] = b(link);
                weight[size++] = probability(link);
            }
        }
        return WeightedGraph.of(
                accountCount, Arrays.copyOf(from, size), Arrays.copyOf(to, size), Arrays.copyOf(weight, size));
    }

    /** The links with their evidence, which is worked out here rather than kept. */
    public List<Link> links(AccountOrder order) {
        var links = new ArrayList<Link>(pair.length);
        for (int link = 0; link < pair.length; link++) {
            links.add(new Link(order.id(a(link)), order.id(b(link)), probability(link), evidence(link)));
        }
        return links;
    }
}

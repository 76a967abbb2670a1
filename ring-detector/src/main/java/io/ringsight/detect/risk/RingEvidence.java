package io.ringsight.detect.risk;

import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.LinkTable;
import io.ringsight.detect.ring.Reason;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the links of a ring say of fraud: it is innocent only if every link is one person's second account, or none at all. Of links that
 * close a circle nothing new is learned, so only those of a spanning tree count, the strongest first; one is enough. Thread-safe.
 */
final class RingEvidence {
    /** Links whose evidence is gone through for reasons; rings of hundreds need no more. */
    private static final int MOST_LINKS = 64;
    /** One person rarely has more than this many accounts for an honest reason. */
    private static final double ACCOUNTS_A_PERSON = 4;

    private static final double SUREST = 0.999;

    private final LinkTable links;
    private final double prior;

    RingEvidence(LinkTable links, double prior) {
        this.links = links;
        this.prior = prior;
    }

    /**
     * @param members ranks of its members, ascending
     * @param within numbers of the links within the ring
     * @return reasons whose bits add up, with the prior, to the log2 odds of fraud
     */
    List<Reason> reasons(int[] members, int[] within) {
        int[] tree = tree(members, within);
        double innocent = 1 - prior;
        for (int link : tree) {
            innocent *= 1 - links.probability(link) * links.operated(link);
        }
        double bits = LogOdds.bits(certain(1 - innocent)) - LogOdds.bits(prior);
        List<Reason> reasons = shared(bits, tree);
        if (members.length > ACCOUNTS_A_PERSON) {
            reasons.add(new Reason("RING_SIZE", LogOdds.log2(members.length / ACCOUNTS_A_PERSON)));
        }
        reasons.sort(Reason.STRONGEST_FIRST);
        return reasons;
    }

    private List<Reason> shared(double bits, int[] tree) {
        var evidence = new ArrayList<Evidence>();
        for (int i = 0; i < Math.min(tree.length, MOST_LINKS); i++) {
            evidence.addAll(links.evidenceOfOperation(tree[i]));
        }
        return dealt(bits, evidence);
    }

    /** The bits dealt out to what speaks for other hands, by how much it speaks. */
    static List<Reason> dealt(double bits, List<Evidence> evidence) {
        Map<String, Double> byCode = new TreeMap<>();
        double all = 0;
        for (Evidence item : evidence) {
            if (item.bits() > 0) {
                byCode.merge(item.code(), item.bits(), Double::sum);
                all += item.bits();
            }
        }
        var reasons = new ArrayList<Reason>();
        for (var code : byCode.entrySet()) {
            reasons.add(new Reason(code.getKey(), bits * code.getValue() / all));
        }
        if (reasons.isEmpty() && bits != 0) {
            reasons.add(new Reason("LINKED_ACCOUNTS", bits));
        }
        return reasons;
    }

    /** A model may be wrong altogether: it is never surer than this. */
    static double certain(double probability) {
        return Math.clamp(probability, 1 - SUREST, SUREST);
    }

    private int[] tree(int[] members, int[] within) {
        int[] strongest = within.clone();
        IntArrays.quickSort(strongest, (x, y) -> {
            int by = Double.compare(links.probability(y) * links.operated(y), links.probability(x) * links.operated(x));
            return by != 0 ? by : Integer.compare(x, y);
        });
        var sets = new UnionFind(members.length);
        int[] tree = new int[Math.min(within.length, members.length - 1)];
        int size = 0;
        for (int link : strongest) {
            int a = Arrays.binarySearch(members, links.a(link));
            int b = Arrays.binarySearch(members, links.b(link));
            if (size < tree.length && sets.find(a) != sets.find(b)) {
                sets.union(a, b);
                tree[size++] = link;
            }
        }
        return Arrays.copyOf(tree, size);
    }
}

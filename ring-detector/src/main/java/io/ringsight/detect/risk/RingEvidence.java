package io.ringsight.detect.risk;

import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.LinkTable;
import io.ringsight.detect.ring.Reason;
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
            reasons.add(new Reason("RING_SIZE", sizeBits(members.length)));
        }
        reasons.sort(Reason.STRONGEST_FIRST);
        return reasons;
    }

    /** The risk of a ring of which all links together are innocent with that probability. */
    static double probability(double innocent, int members) {
        return LogOdds.probability(LogOdds.bits(certain(1 - innocent)) + sizeBits(members));
    }

    private static double sizeBits(int members) {
        return members > ACCOUNTS_A_PERSON ? LogOdds.log2(members / ACCOUNTS_A_PERSON) : 0;
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
        int[] from = new int[within.length];
        int[] to = new int[within.length];
        double[] hands = new double[within.length];
        for (int i = 0; i < within.length; i++) {
            from[i] = Arrays.binarySearch(members, links.a(within[i]));
            to[i] = Arrays.binarySearch(members, links.b(within[i]));
            hands[i] = links.probability(within[i]) * links.operated(within[i]);
        }
        int[] forest = SpanningForest.strongest(members.length, from, to, hands);
        return Arrays.stream(forest).map(i -> within[i]).toArray();
    }
}

package io.ringsight.detect.evaluation;

import io.ringsight.detect.link.Link;
import java.util.List;
import java.util.Optional;

/**
 * What a contender said of every account of a snapshot.
 *
 * @param system name of the contender
 * @param accountIds sorted by code point
 * @param risk double[accounts], finite; higher is more suspect
 * @param probabilities whether {@code risk} claims to be a probability; else it only ranks
 * @param ring int[accounts], position of the ring in {@code ringRisk}, or -1
 * @param ringRisk double[rings]; from 0.5 on a ring is risky
 * @param linksPairs whether the contender links pairs at all; it may still have found none
 * @param links under common control; empty when the contender links no pairs
 * @param candidates every pair it weighed, when it tells: whether probabilities of links come true is measured on these
 */
public record Verdicts(
        String system,
        List<String> accountIds,
        double[] risk,
        boolean probabilities,
        int[] ring,
        double[] ringRisk,
        boolean linksPairs,
        List<Link> links,
        Optional<ScoredPairs> candidates) {
    /** From this risk on a ring is risky. */
    public static final double RISKY = 0.5;

    public Verdicts {
        accountIds = List.copyOf(accountIds);
        links = List.copyOf(links);
        if (risk.length != accountIds.size() || ring.length != accountIds.size()) {
            throw new IllegalArgumentException("There is one risk and one ring an account.");
        }
        if (!linksPairs && !links.isEmpty()) {
            throw new IllegalArgumentException("Who links no pairs has no links.");
        }
        if (candidates.isPresent()) {
            candidates.get().check(accountIds.size());
        }
    }

    /** Without the pairs that it weighed. */
    public Verdicts(
            String system,
            List<String> accountIds,
            double[] risk,
            boolean probabilities,
            int[] ring,
            double[] ringRisk,
            boolean linksPairs,
            List<Link> links) {
        this(system, accountIds, risk, probabilities, ring, ringRisk, linksPairs, links, Optional.empty());
    }

    /** The same, and every pair it weighed. */
    public Verdicts withCandidates(ScoredPairs pairs) {
        return new Verdicts(
                system, accountIds, risk, probabilities, ring, ringRisk, linksPairs, links, Optional.of(pairs));
    }

    /** Of a contender that links no pairs. */
    public static Verdicts withoutLinks(
            String system,
            List<String> accountIds,
            double[] risk,
            boolean probabilities,
            int[] ring,
            double[] ringRisk) {
        return new Verdicts(system, accountIds, risk, probabilities, ring, ringRisk, false, List.of());
    }
}

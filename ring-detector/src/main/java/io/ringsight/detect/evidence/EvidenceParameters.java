package io.ringsight.detect.evidence;

import java.util.EnumSet;
import java.util.Set;

/**
 * @param candidates which pairs are looked at
 * @param without what plays no part; empty but for measurements
 */
public record EvidenceParameters(CandidateParameters candidates, Set<Ablation> without) {
    public EvidenceParameters {
        without = Set.copyOf(without);
    }

    public static EvidenceParameters defaults() {
        return new EvidenceParameters(CandidateParameters.defaults(), Set.of());
    }

    /** The same without one thing more. */
    public EvidenceParameters without(Ablation ablation) {
        var more = EnumSet.of(ablation);
        more.addAll(without);
        return new EvidenceParameters(candidates, more);
    }
}

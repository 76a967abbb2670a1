package io.ringsight.detect;

import io.ringsight.detect.cluster.LeidenParameters;
import io.ringsight.detect.evidence.Ablation;
import io.ringsight.detect.evidence.EvidenceParameters;
import io.ringsight.detect.risk.RiskParameters;

/**
 * What a detection may be told.
 *
 * @param prior probability that an account is fraudulent before anything is known of it
 * @param seed of everything random
 * @param asOf labels learned later than this are not used, milliseconds since 1970 UTC
 * @param linkFloor links of lower probability are not kept at all
 * @param ringFloor links of lower probability hold no ring together
 */
public record DetectionParameters(
        double prior,
        long seed,
        long asOf,
        double linkFloor,
        double ringFloor,
        EvidenceParameters evidence,
        LeidenParameters leiden,
        RiskParameters risk) {
    public static final double DEFAULT_PRIOR = 0.03;

    public DetectionParameters {
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("The prior is a probability between 0 and 1, not " + prior + ".");
        }
        if (!(linkFloor > 0 && linkFloor <= ringFloor && ringFloor < 1)) {
            throw new IllegalArgumentException("Floors rise from 0 to 1: links " + linkFloor + ", rings " + ringFloor);
        }
    }

    /** Prior 0.03, seed 0, all labels; links from 0.1 on are kept, from 0.5 on they make rings. */
    public static DetectionParameters defaults() {
        return new DetectionParameters(
                DEFAULT_PRIOR,
                0,
                Long.MAX_VALUE,
                0.1,
                0.5,
                EvidenceParameters.defaults(),
                LeidenParameters.rings(),
                RiskParameters.defaults());
    }

    public DetectionParameters withPrior(double other) {
        return new DetectionParameters(other, seed, asOf, linkFloor, ringFloor, evidence, leiden, risk);
    }

    public DetectionParameters withSeed(long other) {
        return new DetectionParameters(prior, other, asOf, linkFloor, ringFloor, evidence, leiden, risk);
    }

    /** Those that a detection was made with. */
    public static DetectionParameters of(DetectionFacts facts) {
        return defaults().withPrior(facts.prior()).withSeed(facts.seed());
    }

    public DetectionParameters withAsOf(long time) {
        return new DetectionParameters(prior, seed, time, linkFloor, ringFloor, evidence, leiden, risk);
    }

    public DetectionParameters withRisk(RiskParameters other) {
        return new DetectionParameters(prior, seed, asOf, linkFloor, ringFloor, evidence, leiden, other);
    }

    /** The same without a kind of evidence: for measurements. */
    public DetectionParameters without(Ablation ablation) {
        return new DetectionParameters(
                prior, seed, asOf, linkFloor, ringFloor, evidence.without(ablation), leiden, risk);
    }
}

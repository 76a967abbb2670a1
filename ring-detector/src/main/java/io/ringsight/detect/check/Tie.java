package io.ringsight.detect.check;

import io.ringsight.detect.evidence.PairWeigher;

/**
 * An account that the applicant may be under common control with.
 *
 * @param pair as evidence has it
 * @param probability of common control, by evidence and by judgement
 */
record Tie(PairWeigher.Weighed pair, String accountId, double probability) {
    int account() {
        return pair.account();
    }

    /** That both are different identities in the same hands. */
    double operated() {
        return probability * pair.operated();
    }
}

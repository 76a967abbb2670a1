package io.ringsight.detect.check;

import io.ringsight.detect.evidence.PairWeigher;

/**
 * An account that the applicant may be under common control with.
 *
 * @param pair as evidence has it
 * @param probability of common control, by evidence and by judgement
 * @param operated that both are different identities in the same hands
 */
record Tie(PairWeigher.Weighed pair, String accountId, double probability, double operated) {
    /** By evidence and judgement alone. */
    static Tie of(PairWeigher.Weighed pair, String accountId, double probability) {
        return new Tie(pair, accountId, probability, probability * pair.operated());
    }

    int account() {
        return pair.account();
    }
}

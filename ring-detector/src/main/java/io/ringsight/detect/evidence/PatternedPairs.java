package io.ringsight.detect.evidence;

import java.util.Arrays;

/**
 * Candidate pairs by comparison vector.
 *
 * @param pattern int[pairs], number of the pair's vector
 */
record PatternedPairs(CandidatePairs pairs, PatternTable patterns, int[] pattern) {
    /** Those at these positions, ascending. */
    PatternedPairs only(int[] kept) {
        return new PatternedPairs(
                pairs.only(kept),
                patterns,
                Arrays.stream(kept).map(pair -> pattern[pair]).toArray());
    }
}

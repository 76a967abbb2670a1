package io.ringsight.detect.evidence;

/**
 * Candidate pairs by comparison vector.
 *
 * @param pattern int[pairs], number of the pair's vector
 */
record PatternedPairs(CandidatePairs pairs, PatternTable patterns, int[] pattern) {}

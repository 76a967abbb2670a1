package io.ringsight.detect.evidence;

/**
 * Which pairs are looked at, through each identifier.
 *
 * @param exactDegree all pairs of an identifier's accounts up to this many accounts
 * @param timeNeighbours above it, this many accounts that came next in time
 * @param sampledPartners and this many others, chosen by a hash of the account's id
 */
public record CandidateParameters(int exactDegree, int timeNeighbours, int sampledPartners) {
    public CandidateParameters {
        if (exactDegree < 2 || timeNeighbours < 0 || sampledPartners < 0) {
            throw new IllegalArgumentException("Candidates need an exact degree of at least 2 and no negative counts.");
        }
    }

    public static CandidateParameters defaults() {
        return new CandidateParameters(50, 2, 2);
    }
}

package io.ringsight.detect.evidence;

/**
 * Which pairs are looked at.
 *
 * @param wholeGroup accounts behind one thing up to which all their pairs are looked at; with 5, two pairs an account
 * @param sampledPartners above it, beside the account that came next in time, this many others chosen by a hash of the account's id
 */
public record CandidateParameters(int wholeGroup, int sampledPartners) {
    public CandidateParameters {
        if (wholeGroup < 2 || sampledPartners < 0) {
            throw new IllegalArgumentException("Candidates need whole groups of at least 2 and no negative counts.");
        }
    }

    public static CandidateParameters defaults() {
        return new CandidateParameters(5, 1);
    }
}

package io.ringsight.detect.evidence;

/**
 * One reason to believe that two accounts are under common control.
 *
 * @param code upper snake case, for example {@code SHARED_DEVICE}
 * @param bits what it adds to the pair's log2 odds, after damping of dependent agreements
 * @param identifierType name of the identifier type it came through
 */
public record Evidence(String code, double bits, String identifierType) {}

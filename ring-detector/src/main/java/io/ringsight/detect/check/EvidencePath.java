package io.ringsight.detect.check;

/**
 * Applicant, identifier, account: one way in which an applicant is tied to somebody.
 *
 * @param identifierType name of the type
 * @param tokenPrefix first eight hex digits of the shared token
 * @param accountId the account at the other end
 * @param bits what the shared identifier adds to the log2 odds of common control
 */
public record EvidencePath(String identifierType, String tokenPrefix, String accountId, double bits) {}

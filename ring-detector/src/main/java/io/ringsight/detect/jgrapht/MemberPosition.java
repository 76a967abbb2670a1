package io.ringsight.detect.jgrapht;

/**
 * Where an account stands in its ring.
 *
 * @param links with other members
 * @param core the largest k such that it is in a part of the ring in which all have k links among each other
 */
public record MemberPosition(String accountId, int links, int core, MemberRole role) {}

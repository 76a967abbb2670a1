package io.ringsight.detect.incremental;

/**
 * What two accounts are to each other from now on.
 *
 * @param probability of common control by evidence; 0 for none
 */
public record LinkChange(String accountA, String accountB, double probability) {}

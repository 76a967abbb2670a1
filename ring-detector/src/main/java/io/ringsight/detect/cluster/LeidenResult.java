package io.ringsight.detect.cluster;

/**
 * @param partition of connected communities
 * @param quality modularity, or for the constant Potts model the sum over communities of inner weight minus resolution
 *     times pairs
 * @param iterations how many were run, the last of which changed nothing unless the limit was reached
 */
public record LeidenResult(Partition partition, double quality, int iterations) {}

package io.ringsight.detect.risk.learned;

/**
 * What is said of the labelled accounts created last by trees that saw only those before and their labels. Arrays are not copied.
 *
 * @param accounts int[], by number in the snapshot of the training, ascending in time of creation
 * @param bits double[], log2 odds, not calibrated
 * @param trees how many they are
 */
public record HeldOut(int[] accounts, double[] bits, int trees) {}

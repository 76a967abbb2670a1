package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.Estimate;

/**
 * Pairs whose probability lies in a range.
 *
 * @param from inclusive
 * @param to exclusive, but for 1
 * @param predicted mean probability
 * @param observed share of the pairs under common control
 */
public record PairRange(double from, double to, long pairs, Estimate predicted, Estimate observed) {}

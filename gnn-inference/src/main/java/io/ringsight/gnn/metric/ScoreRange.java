package io.ringsight.gnn.metric;

import java.util.Optional;

/**
 * What was observed where the prediction lay in a range.
 *
 * @param from inclusive
 * @param to exclusive, but for the last range
 * @param accounts weight of the accounts in it
 * @param predicted mean probability
 * @param observed share of positives
 * @param interval Wilson's, of the share observed; empty when there are no accounts
 */
public record ScoreRange(
        double from, double to, double accounts, Measure predicted, Measure observed, Optional<Interval> interval) {}

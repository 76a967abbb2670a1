package io.ringsight.detect.evaluation;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What was evaluated, and how.
 *
 * @param asOf the time of training, milliseconds since 1970 UTC; empty when outside results were scored without times
 * @param end the newest time in the data; empty likewise
 * @param accounts with a verdict and a truth
 * @param scored of them, those whose label was not given to training
 * @param fraud of the scored, those that are fraudulent
 * @param periods the same by period
 * @param trueRings true rings of at least two accounts
 * @param reachableTold whether the truth says which members of a ring anything connects; else what they share exactly does
 * @param labelsUsed accounts with a label that training could use
 * @param labelsLater labels learned later, not used
 * @param labelsUnknown accounts with a label that are not among the accounts: not used
 * @param unknown accounts of the truth that no application named: left out of every score
 * @param withoutTruth accounts that the truth does not speak of: not scored
 * @param replicates of the bootstrap
 * @param replayTimes when the growing graph was judged again, milliseconds since 1970 UTC
 */
public record EvaluationFacts(
        OptionalLong asOf,
        OptionalLong end,
        int accounts,
        int scored,
        int fraud,
        Map<Period, PeriodFacts> periods,
        int trueRings,
        boolean reachableTold,
        int labelsUsed,
        int labelsLater,
        int labelsUnknown,
        int unknown,
        int withoutTruth,
        double prior,
        long seed,
        int replicates,
        List<Long> replayTimes) {
    public EvaluationFacts {
        replayTimes = List.copyOf(replayTimes);
    }

    /** Whether training had any label. */
    public boolean labelled() {
        return labelsUsed > 0;
    }
}

package io.ringsight.detect.evaluation;

import java.util.Map;
import java.util.Optional;

/**
 * Everything about one contender.
 *
 * @param failure why it could not take part, without a full stop; then everything else is empty
 * @param scores by period and metric, all metrics
 * @param lead of the product over this contender, paired, by period and metric; empty for the product itself
 * @param rankingLead of this contender in AUPRC over each that was scored before it, paired, by name and period
 * @param draws over the accounts whose calibration counts, see {@link Scorecard#calibrated}; empty when it took no part
 * @param patterns by period and name of the pattern
 * @param linkCalibration by period; empty when it does not tell every pair it weighed
 * @param trainMillis wall time of its training
 * @param judgeMillis wall time of judging the whole graph
 */
public record SystemScores(
        String system,
        Optional<String> failure,
        Map<Period, Map<Metric, Score>> scores,
        Map<Period, Map<Metric, Score>> lead,
        Map<String, Map<Period, Score>> rankingLead,
        Optional<Draws> draws,
        Map<Period, Map<String, PatternScores>> patterns,
        Optional<SystemCurves> curves,
        Map<Period, LinkCalibration> linkCalibration,
        Optional<ReplayScores> replay,
        long trainMillis,
        long judgeMillis) {
    /** By name of the pattern, over the scored accounts of a period. */
    public Map<String, PatternScores> patterns(Period period) {
        return patterns.getOrDefault(period, Map.of());
    }
}

package io.ringsight.detect.evaluation;

import java.util.Map;
import java.util.Optional;

/**
 * Everything about one contender.
 *
 * @param failure why it could not take part, without a full stop; then everything else is empty
 * @param scores by period and metric, all metrics
 * @param lead of the product over this contender, paired, by period and metric; empty for the product itself
 * @param patterns by name of the pattern
 * @param trainMillis wall time of its training
 * @param judgeMillis wall time of judging the whole graph
 */
public record SystemScores(
        String system,
        Optional<String> failure,
        Map<Period, Map<Metric, Score>> scores,
        Map<Period, Map<Metric, Score>> lead,
        Map<String, PatternScores> patterns,
        Optional<SystemCurves> curves,
        Optional<ReplayScores> replay,
        long trainMillis,
        long judgeMillis) {}

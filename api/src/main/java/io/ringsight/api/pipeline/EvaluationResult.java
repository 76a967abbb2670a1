package io.ringsight.api.pipeline;

import io.ringsight.detect.evaluation.Scorecard;
import java.util.SequencedMap;

/**
 * What an evaluation came to.
 *
 * @param metrics what {@code metrics.json} holds
 * @param rejections rows, identifiers and fields that were left out
 * @param millis wall time of all of it
 */
public record EvaluationResult(
        Scorecard scorecard, SequencedMap<String, Object> metrics, long rejections, long millis) {}

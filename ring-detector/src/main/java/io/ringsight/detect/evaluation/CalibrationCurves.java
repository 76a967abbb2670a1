package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.ScoreRange;
import java.util.List;

/**
 * Observed fraud against predicted risk.
 *
 * @param reliability in ten ranges
 * @param decisionRanges in the ranges people decide by
 */
public record CalibrationCurves(List<ScoreRange> reliability, List<ScoreRange> decisionRanges) {
    public CalibrationCurves {
        reliability = List.copyOf(reliability);
        decisionRanges = List.copyOf(decisionRanges);
    }
}

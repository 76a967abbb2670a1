package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.CurvePoint;
import io.ringsight.gnn.metric.ScoreRange;
import java.util.List;

/**
 * Curves of one contender over all scored accounts.
 *
 * @param receiverOperating recall against false-positive rate; empty when a class is missing
 * @param precisionRecall precision against recall; empty without fraud
 * @param reliability observed against predicted in ten ranges; empty when it predicts no probabilities
 * @param decisionRanges the same in the ranges people decide by; empty likewise
 */
public record SystemCurves(
        List<CurvePoint> receiverOperating,
        List<CurvePoint> precisionRecall,
        List<ScoreRange> reliability,
        List<ScoreRange> decisionRanges) {
    public SystemCurves {
        receiverOperating = List.copyOf(receiverOperating);
        precisionRecall = List.copyOf(precisionRecall);
        reliability = List.copyOf(reliability);
        decisionRanges = List.copyOf(decisionRanges);
    }
}

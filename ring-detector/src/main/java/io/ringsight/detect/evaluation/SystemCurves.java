package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.CurvePoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Curves of one contender.
 *
 * @param receiverOperating recall against false-positive rate, over all scored accounts; empty when a class is missing
 * @param precisionRecall precision against recall, likewise; empty without fraud
 * @param calibration by period; empty when it predicts no probabilities
 */
public record SystemCurves(
        List<CurvePoint> receiverOperating,
        List<CurvePoint> precisionRecall,
        Map<Period, CalibrationCurves> calibration) {
    public SystemCurves {
        receiverOperating = List.copyOf(receiverOperating);
        precisionRecall = List.copyOf(precisionRecall);
    }

    /** None when it predicts no probabilities. */
    public Optional<CalibrationCurves> calibration(Period period) {
        return Optional.ofNullable(calibration.get(period));
    }
}

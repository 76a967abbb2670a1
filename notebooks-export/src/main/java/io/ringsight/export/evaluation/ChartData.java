package io.ringsight.export.evaluation;

import io.ringsight.detect.evaluation.ReplayScores;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.SystemCurves;
import io.ringsight.detect.evaluation.SystemScores;
import io.ringsight.gnn.metric.CurvePoint;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.ScoreRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the charts of the page draw, as {@code report.js} reads it: points by system. */
final class ChartData {
    private ChartData() {}

    static Map<String, Object> of(Scorecard card) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("systems", card.systems().stream().map(SystemScores::system).toList());
        data.put("product", card.systems().size() > 1 ? card.systems().get(1).system() : "");
        data.put("roc", curves(card, curves -> points(curves.receiverOperating())));
        data.put("precision_recall", curves(card, curves -> points(curves.precisionRecall())));
        data.put(
                "reliability",
                curves(
                        card,
                        curves -> curves.calibration(card.calibrated())
                                .map(calibration -> observed(calibration.reliability()))
                                .orElse(List.of())));
        Map<String, Object> replay = new LinkedHashMap<>();
        for (SystemScores system : card.systems()) {
            system.replay().ifPresent(scores -> replay.put(system.system(), points(scores)));
        }
        data.put("replay", replay);
        return data;
    }

    private static Map<String, Object> curves(Scorecard card, Function<SystemCurves, List<List<Double>>> which) {
        Map<String, Object> curves = new LinkedHashMap<>();
        for (SystemScores system : card.systems()) {
            system.curves().ifPresent(all -> curves.put(system.system(), which.apply(all)));
        }
        return curves;
    }

    private static List<List<Double>> points(List<CurvePoint> curve) {
        return curve.stream().map(point -> List.of(point.x(), point.y())).toList();
    }

    private static List<List<Double>> observed(List<ScoreRange> ranges) {
        List<List<Double>> points = new ArrayList<>();
        for (ScoreRange range : ranges) {
            if (range.predicted() instanceof Measure.Value(double predicted)
                    && range.observed() instanceof Measure.Value(double observed)) {
                points.add(List.of(predicted, observed));
            }
        }
        return points;
    }

    private static List<List<Double>> points(ReplayScores scores) {
        List<List<Double>> points = new ArrayList<>();
        for (int k = 0; k < scores.recallAtMember().size(); k++) {
            Estimate recall = scores.recallAtMember().get(k);
            if (recall.measure() instanceof Measure.Value(double value)) {
                points.add(List.of((double) ReplayScores.FIRST_MEMBER + k, value));
            }
        }
        return points;
    }
}

package io.ringsight.api.cli;

import io.ringsight.detect.evaluation.LinkCalibration;
import io.ringsight.detect.evaluation.PairRange;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.SystemScores;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether probabilities of links come true, two lines for each contender that tells every pair it weighed. */
final class LinkLines {
    private LinkLines() {}

    /** Of the period whose calibration counts; empty when nobody tells. */
    static List<String> of(Scorecard card) {
        List<String> lines = new ArrayList<>();
        for (SystemScores system : card.systems()) {
            LinkCalibration links = system.linkCalibration().get(card.calibrated());
            if (links != null) {
                lines.add("Probabilities of %s over %s weighed pairs (%s): slope %s, intercept %s"
                        .formatted(
                                system.system(),
                                Summary.number(links.pairs()),
                                card.calibrated().word(),
                                figure(links.slope()),
                                figure(links.intercept())));
                lines.add("  observed (predicted): "
                        + links.ranges().stream().map(LinkLines::range).collect(Collectors.joining(", ")));
            }
        }
        return lines;
    }

    private static String range(PairRange range) {
        return String.format(
                Locale.ROOT,
                "%.1f-%.1f: %s (%s)",
                range.from(),
                range.to(),
                figure(range.observed()),
                figure(range.predicted()));
    }

    private static String figure(Estimate estimate) {
        return switch (estimate.measure()) {
            case Measure.Value(double value) -> String.format(Locale.ROOT, "%.3f", value);
            case Measure.Undefined _ -> "–";
        };
    }
}

package io.ringsight.export.evaluation;

import io.ringsight.detect.evaluation.Metric;
import io.ringsight.detect.evaluation.Period;
import io.ringsight.detect.evaluation.Score;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.SystemScores;
import io.ringsight.export.evaluation.HtmlTable.Figure;
import io.ringsight.gnn.metric.Interval;
import io.ringsight.gnn.metric.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All contenders by all metrics. */
final class SummaryTables {
    private static final List<Metric> RINGS = List.of(
            Metric.RING_B_CUBED_F1,
            Metric.RING_B_CUBED_PRECISION,
            Metric.RING_B_CUBED_RECALL,
            Metric.RING_PAIR_F1,
            Metric.RING_PAIR_PRECISION,
            Metric.RING_PAIR_RECALL,
            Metric.RING_ADJUSTED_RAND,
            Metric.HONEST_IN_RISKY_RINGS);
    private static final List<Metric> ACCOUNTS = List.of(
            Metric.AUROC,
            Metric.AUPRC,
            Metric.RECALL_AT_0_1_PERCENT,
            Metric.RECALL_AT_0_5_PERCENT,
            Metric.RECALL_AT_1_PERCENT,
            Metric.PRECISION_AT_100,
            Metric.PRECISION_AT_1000);
    private static final List<Metric> REST = List.of(
            Metric.ALL_RINGS_B_CUBED_F1,
            Metric.ALL_RINGS_B_CUBED_PRECISION,
            Metric.ALL_RINGS_B_CUBED_RECALL,
            Metric.ALL_RINGS_PAIR_F1,
            Metric.LINK_F1,
            Metric.LINK_PRECISION,
            Metric.LINK_RECALL);
    private static final List<Metric> CALIBRATION =
            List.of(Metric.CALIBRATION_SLOPE, Metric.CALIBRATION_INTERCEPT, Metric.CALIBRATION_ERROR);
    private static final List<Metric> LEADS = List.of(
            Metric.AUPRC,
            Metric.RECALL_AT_1_PERCENT,
            Metric.RING_B_CUBED_F1,
            Metric.RING_PAIR_F1,
            Metric.HONEST_IN_RISKY_RINGS);

    private final Scorecard card;

    SummaryTables(Scorecard card) {
        this.card = card;
    }

    String rings(Period period) {
        return table(period, RINGS, true);
    }

    String accounts(Period period) {
        return table(period, ACCOUNTS, true);
    }

    String rest(Period period) {
        return table(period, REST, true);
    }

    String calibration(Period period) {
        return table(period, CALIBRATION, false);
    }

    private String table(Period period, List<Metric> metrics, boolean shares) {
        var table = new HtmlTable(1, columns(metrics));
        for (SystemScores system : card.systems()) {
            if (system.failure().isPresent()) {
                continue;
            }
            table.row(rowClass(system), system.system());
            Map<Metric, Score> row = system.scores().getOrDefault(period, Map.of());
            for (Metric metric : metrics) {
                Score score = row.get(metric);
                if (score == null) {
                    table.number("");
                    continue;
                }
                String best = isBest(system, period, metric) ? "best" : "";
                table.estimate(score.estimate(), figure(metric), best, shares ? share(system, score) : "");
            }
            table.endRow();
        }
        return table.end();
    }

    /** The product minus each opponent. */
    String leads(Period period) {
        var table = new HtmlTable(1, columns(LEADS));
        for (SystemScores system : card.systems()) {
            Map<Metric, Score> row = system.lead().get(period);
            if (row != null) {
                table.row("", "against " + system.system());
                for (Metric metric : LEADS) {
                    Score score = row.get(metric);
                    if (score != null) {
                        Figure figure =
                                figure(metric) == Figure.PERCENT ? Figure.PERCENT_DIFFERENCE : Figure.DIFFERENCE;
                        table.estimate(
                                score.estimate(),
                                figure,
                                judgement(metric, score.estimate().interval()),
                                "");
                    }
                }
                table.endRow();
            }
        }
        return table.end();
    }

    /** Coloured only where the whole interval is on one side. */
    private static String judgement(Metric metric, Optional<Interval> interval) {
        if (interval.isEmpty() || interval.get().low() <= 0 && interval.get().high() >= 0) {
            return "";
        }
        boolean more = interval.get().low() > 0;
        return more == (metric.better() == Metric.Better.HIGHER) ? "good" : "bad";
    }

    private static List<String> columns(List<Metric> metrics) {
        List<String> columns = new ArrayList<>();
        columns.add("");
        metrics.forEach(metric -> columns.add(metric.title()));
        return columns;
    }

    private String rowClass(SystemScores system) {
        if (system.system().equals("oracle")) {
            return "oracle";
        }
        return system.lead().isEmpty() ? "product" : "";
    }

    private boolean isBest(SystemScores system, Period period, Metric metric) {
        if (system.system().equals("oracle") || metric.better() == Metric.Better.NEITHER) {
            return false;
        }
        double sign = metric.better() == Metric.Better.HIGHER ? 1 : -1;
        double best = card.systems().stream()
                .filter(other -> !other.system().equals("oracle"))
                .map(other -> other.scores().getOrDefault(period, Map.of()).get(metric))
                .filter(score -> score != null && score.measure() instanceof Measure.Value)
                .mapToDouble(score -> sign * score.measure().toOptional().orElseThrow())
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        Score own = system.scores().getOrDefault(period, Map.of()).get(metric);
        return own != null && own.measure() instanceof Measure.Value(double value) && sign * value >= best;
    }

    private static String share(SystemScores system, Score score) {
        return !system.system().equals("oracle") && score.shareOfOracle() instanceof Measure.Value(double share)
                ? String.format(Locale.ROOT, "%.0f %% of oracle", Math.max(0, share) * 100)
                : "";
    }

    private static Figure figure(Metric metric) {
        return metric == Metric.HONEST_IN_RISKY_RINGS ? Figure.PERCENT : Figure.SHARE;
    }
}

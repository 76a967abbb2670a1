package io.ringsight.api.cli;

import io.ringsight.api.pipeline.EvaluationResult;
import io.ringsight.detect.evaluation.EvaluationFacts;
import io.ringsight.detect.evaluation.Metric;
import io.ringsight.detect.evaluation.Period;
import io.ringsight.detect.evaluation.PeriodFacts;
import io.ringsight.detect.evaluation.Score;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.SystemScores;
import io.ringsight.gnn.metric.Measure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/** A scorecard as a table in the terminal. */
final class EvaluationTable {
    private static final String NONE = "–";

    private final Terminal terminal;
    private final SequencedMap<String, Integer> footnotes = new LinkedHashMap<>();

    private EvaluationTable(Terminal terminal) {
        this.terminal = terminal;
    }

    static void show(Terminal terminal, EvaluationResult result, Path report) {
        Scorecard card = result.scorecard();
        var table = new EvaluationTable(terminal);
        table.facts(card.facts());
        for (Period period : card.periods()) {
            if (period != Period.BEFORE) {
                table.period(card, period);
            }
        }
        table.notes();
        LinkLines.of(card).forEach(terminal::say);
        card.warnings().forEach(warning -> terminal.say("Note: " + warning));
        if (result.rejections() > 0) {
            terminal.say("Left out while reading: %s; %s says why."
                    .formatted(Summary.number(result.rejections()), report.resolve("rejected.jsonl")));
        }
        terminal.say(String.format(
                Locale.ROOT,
                "Intervals, patterns, curves and the worst errors: %s (%.1f s).",
                report.resolve("report.html"),
                result.millis() / 1000.0));
    }

    private void facts(EvaluationFacts facts) {
        facts.asOf()
                .ifPresent(time -> terminal.say("Trained as of %s (labels: %s); data until %s."
                        .formatted(
                                Instant.ofEpochMilli(time),
                                facts.labelled() ? Summary.number(facts.labelsUsed()) + " accounts" : "none",
                                facts.end().isPresent()
                                        ? Instant.ofEpochMilli(facts.end().getAsLong())
                                        : "")));
        terminal.say("%s of %s accounts are scored, %s of them fraudulent; %s true rings."
                .formatted(
                        Summary.number(facts.scored()),
                        Summary.number(facts.accounts()),
                        Summary.number(facts.fraud()),
                        Summary.number(facts.trueRings())));
    }

    /** One column: its metric, two lines of head, its width, and whether the share of the oracle stands beside. */
    private record Column(Metric metric, String head, String underHead, int width, boolean share) {}

    private static final List<Column> RISK = List.of(
            new Column(Metric.AUROC, "AUROC", "", 7, false),
            new Column(Metric.AUPRC, "AUPRC", "", 7, false),
            new Column(Metric.RECALL_AT_1_PERCENT, "recall at", "1 % FPR", 9, false),
            new Column(Metric.RING_B_CUBED_F1, "ring B3 F1", "(of oracle)", 14, true),
            new Column(Metric.RING_PAIR_F1, "ring", "pair F1", 7, false),
            new Column(Metric.HONEST_IN_RISKY_RINGS, "honest in", "risky rings", 11, false),
            new Column(Metric.LINK_F1, "link", "F1", 7, false));

    /** Where nobody is a fraud: who belongs together is all there is to find. */
    private static final List<Column> BELONGING = List.of(
            new Column(Metric.ALL_RINGS_B_CUBED_F1, "ring B3 F1", "(of oracle)", 14, true),
            new Column(Metric.ALL_RINGS_PAIR_F1, "ring", "pair F1", 7, false),
            new Column(Metric.LINK_PRECISION, "link", "precision", 9, false),
            new Column(Metric.LINK_RECALL, "link", "recall", 7, false),
            new Column(Metric.LINK_F1, "link", "F1", 7, false));

    private void period(Scorecard card, Period period) {
        terminal.say("");
        PeriodFacts facts = card.facts().periods().get(period);
        if (facts == null || !(facts.fraudShare() instanceof Measure.Value(double share))) {
            terminal.say(
                    period == Period.AFTER
                            ? "No scored account was created after the training."
                            : "No account is scored.");
            return;
        }
        String who = switch (period) {
            case AFTER -> "Accounts created after the training";
            case BEFORE -> "Accounts created before the training";
            case ALL -> "All scored accounts";
        };
        terminal.say(String.format(
                Locale.ROOT, "%s: %s, %.2f %% of them fraudulent", who, Summary.number(facts.scored()), share * 100));
        List<Column> columns = (card.facts().fraud() == 0 ? BELONGING : RISK)
                .stream()
                        .filter(column -> card.systems().stream()
                                .anyMatch(system ->
                                        defined(system, period, column.metric) || column.metric != Metric.LINK_F1))
                        .toList();
        int width = card.systems().stream()
                .mapToInt(system -> system.system().length())
                .max()
                .orElse(0);
        line("", width, columns, column -> column.head);
        line("", width, columns, column -> column.underHead);
        for (SystemScores system : card.systems()) {
            Map<Metric, Score> row = system.scores().getOrDefault(period, Map.of());
            if (system.failure().isPresent()) {
                terminal.say("  " + system.system() + ": takes no part, see below");
            } else {
                line(system.system(), width, columns, column -> cell(row, column));
            }
        }
    }

    private void line(String head, int width, List<Column> columns, Function<Column, String> cell) {
        var line = new StringBuilder("  ").append(head).append(" ".repeat(width - head.length()));
        for (Column column : columns) {
            String text = cell.apply(column);
            line.append("  ")
                    .append(" ".repeat(Math.max(0, column.width - text.length())))
                    .append(text);
        }
        terminal.say(line.toString().stripTrailing());
    }

    private String cell(Map<Metric, Score> row, Column column) {
        if (column.share) {
            return withShare(row, column.metric);
        }
        return column.metric == Metric.HONEST_IN_RISKY_RINGS ? percent(row, column.metric) : figure(row, column.metric);
    }

    private static boolean defined(SystemScores system, Period period, Metric metric) {
        Score score = system.scores().getOrDefault(period, Map.of()).get(metric);
        return score != null && score.measure() instanceof Measure.Value;
    }

    private void notes() {
        List<String> lines = new ArrayList<>();
        footnotes.forEach((reason, number) -> lines.add("  %s%d  %s".formatted(NONE, number, reason)));
        if (!lines.isEmpty()) {
            terminal.say("");
            lines.forEach(terminal::say);
        }
        terminal.say("");
    }

    private String figure(Map<Metric, Score> row, Metric metric) {
        return figure(row, metric, "%.3f", 1);
    }

    private String percent(Map<Metric, Score> row, Metric metric) {
        return figure(row, metric, "%.2f %%", 100);
    }

    private String figure(Map<Metric, Score> row, Metric metric, String format, double times) {
        Score score = row.get(metric);
        return switch (score == null ? Measure.undefined("not measured") : score.measure()) {
            case Measure.Value(double value) -> String.format(Locale.ROOT, format, value * times);
            case Measure.Undefined(String reason) ->
                NONE + footnotes.computeIfAbsent(reason, _ -> footnotes.size() + 1);
        };
    }

    private String withShare(Map<Metric, Score> row, Metric metric) {
        Score score = row.get(metric);
        String share = score != null && score.shareOfOracle() instanceof Measure.Value(double part)
                ? String.format(Locale.ROOT, " (%3.0f %%)", part * 100)
                : "";
        return figure(row, metric) + share;
    }
}

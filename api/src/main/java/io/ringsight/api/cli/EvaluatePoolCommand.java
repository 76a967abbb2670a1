package io.ringsight.api.cli;

import io.ringsight.detect.evaluation.Draws;
import io.ringsight.detect.evaluation.Metric;
import io.ringsight.export.evaluation.DrawsFile;
import io.ringsight.export.evaluation.ScorecardJson;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Interval;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.PooledDraws;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pool",
        description =
                "Several evaluations as one: the mean over their populations of what every contender scored after the"
                        + " training, and of what it is better by than another.",
        footer = {
            "",
            "REPORT is what evaluate --out wrote, with draws.csv in it; all with as many --bootstrap replicates. A replicate draws"
                    + " the rings of every population again; intervals are 90 %%, differences paired.",
            "",
            "  ringsight evaluate pool report-7 report-1 --minus boosted-evidence"
        })
final class EvaluatePoolCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "REPORT", description = "Folders with draws.csv.")
    private List<Path> reports = List.of();

    @Option(
            names = "--minus",
            paramLabel = "NAME",
            description = "Also what every contender is better by than this one.")
    private @Nullable String minus;

    @Mixin
    private OutputOptions output = new OutputOptions();

    EvaluatePoolCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<SequencedMap<String, Draws>> read = reports.stream()
                .map(report -> DrawsFile.read(report.resolve(DrawsFile.NAME)))
                .toList();
        requireAlike(read);
        List<String> systems = read.getFirst().sequencedKeySet().stream()
                .filter(system -> read.stream().allMatch(report -> report.containsKey(system)))
                .toList();
        if (minus != null && !systems.contains(minus)) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "Not every report has '" + minus + "'.",
                    "Maybe one of these was meant: " + String.join(", ", systems) + ".");
        }
        SequencedMap<String, Map<Metric, Estimate>> means = new LinkedHashMap<>();
        SequencedMap<String, Map<Metric, Estimate>> leads = new LinkedHashMap<>();
        for (String system : systems) {
            means.put(system, pooled(read, system, Optional.empty()));
            if (minus != null && !system.equals(minus)) {
                leads.put(system, pooled(read, system, Optional.of(minus)));
            }
        }
        if (output.json) {
            terminal.json(json(means, leads));
        } else {
            show(means, leads);
        }
        return ExitCodes.GOOD;
    }

    private static void requireAlike(List<SequencedMap<String, Draws>> read) {
        long lengths = read.stream()
                .flatMap(report -> report.values().stream())
                .flatMap(draws -> draws.of().values().stream())
                .mapToInt(values -> values.length)
                .distinct()
                .count();
        if (lengths != 1) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "The reports have not equally many replicates.",
                    "Maybe evaluate all of them with the same --bootstrap.");
        }
    }

    private static Map<Metric, Estimate> pooled(
            List<SequencedMap<String, Draws>> read, String system, Optional<String> minus) {
        Map<Metric, Estimate> row = new LinkedHashMap<>();
        for (Metric metric : Draws.METRICS) {
            List<double[]> mine = draws(read, system, metric);
            row.put(
                    metric,
                    minus.map(other -> PooledDraws.difference(mine, draws(read, other, metric)))
                            .orElseGet(() -> PooledDraws.mean(mine)));
        }
        return row;
    }

    private static List<double[]> draws(List<SequencedMap<String, Draws>> read, String system, Metric metric) {
        return read.stream()
                .map(report -> Objects.requireNonNull(report.get(system)))
                .map(draws -> Objects.requireNonNull(draws.of().get(metric)))
                .toList();
    }

    private void show(
            SequencedMap<String, Map<Metric, Estimate>> means, SequencedMap<String, Map<Metric, Estimate>> leads) {
        terminal.say("Mean over %d populations, accounts created after the training.".formatted(reports.size()));
        means.forEach((system, row) -> lines(system, row));
        leads.forEach((system, row) -> lines(system + " minus " + minus, row));
    }

    private void lines(String head, Map<Metric, Estimate> row) {
        terminal.say("");
        terminal.say(head);
        row.forEach((metric, estimate) -> terminal.say("  %-20s %s".formatted(metric.title(), words(estimate))));
    }

    private static String words(Estimate estimate) {
        return switch (estimate.measure()) {
            case Measure.Value(double value) ->
                String.format(Locale.ROOT, "%7.4f", value)
                        + estimate.interval().map(EvaluatePoolCommand::words).orElse("");
            case Measure.Undefined(String reason) -> "      –  " + reason;
        };
    }

    private static String words(Interval interval) {
        return String.format(Locale.ROOT, "  (%.4f to %.4f)", interval.low(), interval.high());
    }

    private SequencedMap<String, Object> json(
            SequencedMap<String, Map<Metric, Estimate>> means, SequencedMap<String, Map<Metric, Estimate>> leads) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("reports", reports.stream().map(Path::toString).toList());
        json.put("systems", rows(means));
        if (minus != null) {
            json.put("minus", minus);
            json.put("leads", rows(leads));
        }
        return json;
    }

    private static Map<String, Object> rows(SequencedMap<String, Map<Metric, Estimate>> systems) {
        Map<String, Object> json = new LinkedHashMap<>();
        systems.forEach((system, row) -> {
            Map<String, Object> metrics = new LinkedHashMap<>();
            row.forEach((metric, estimate) -> metrics.put(metric.key(), ScorecardJson.estimate(estimate)));
            json.put(system, metrics);
        });
        return json;
    }
}

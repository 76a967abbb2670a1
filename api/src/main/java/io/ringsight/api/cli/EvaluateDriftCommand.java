package io.ringsight.api.cli;

import io.ringsight.api.pipeline.DriftResult;
import io.ringsight.api.pipeline.FileDrift;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.PopulationStability.Level;
import io.ringsight.ingest.source.IngestConfiguration;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "drift",
        description =
                "Says how far accounts created after a time differ from those before: population stability index (PSI)"
                        + " of features and of the product's scores.",
        footer = {
            "",
            "PSI compares shares in ten bins that hold equally many of the earlier accounts. From 0.1 somebody should look,"
                    + " from 0.25 the two are different populations: scores learned on the one say little of the other.",
            "All features come from one snapshot of everything, so what accumulates with age moves too.",
            "Exit code 0 also with warnings; with --out it writes drift.json."
        })
final class EvaluateDriftCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "Folder with applications, and labels if there are some.")
    private Path folder;

    @Option(
            names = "--split",
            required = true,
            paramLabel = "T",
            description = "Where after begins: 2026-03-01 or 2026-03-01T10:22:31Z.")
    private String split;

    @Option(names = "--out", paramLabel = "REPORT", description = "Folder for drift.json.")
    private @Nullable Path out;

    @Mixin
    private PriorOptions chances = new PriorOptions();

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    EvaluateDriftCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        long time = TimeWord.millis("--split", split);
        var drift = new FileDrift(IngestConfiguration.load(configuration.file()));
        DriftResult result = drift.run(folder, time, chances.prior(), chances.seed(), terminal.progress(output.json));
        if (out != null) {
            FileDrift.write(result, out);
        }
        if (output.json) {
            terminal.json(FileDrift.json(result));
        } else {
            show(result);
        }
        return result.rejections() > 0 ? ExitCodes.DONE_WITH_REJECTIONS : ExitCodes.GOOD;
    }

    private void show(DriftResult result) {
        terminal.say("%s accounts created until %s, %s later."
                .formatted(
                        Summary.number(result.before()),
                        Instant.ofEpochMilli(result.split()),
                        Summary.number(result.after())));
        terminal.say("%s features and scores compared: %s drifted far (PSI from 0.25), %s drifted (from 0.1)."
                .formatted(
                        Summary.number(result.rows().size()),
                        Summary.number(result.atLevel(Level.ALARM)),
                        Summary.number(result.atLevel(Level.WARNING))));
        int width = result.rows().stream()
                .mapToInt(row -> row.name().length())
                .max()
                .orElse(0);
        result.rows().stream()
                .filter(row -> row.name().startsWith("ringsight "))
                .forEach(row -> line(row, width));
        terminal.say("");
        result.rows().stream()
                .filter(row -> !row.name().startsWith("ringsight "))
                .filter(row -> row.stability().level() != Level.STABLE)
                .limit(SHOWN)
                .forEach(row -> line(row, width));
        if (result.atLevel(Level.ALARM) + result.atLevel(Level.WARNING) == 0) {
            terminal.say("Nothing drifted.");
        }
    }

    private void line(DriftResult.Row row, int width) {
        String name = row.name() + " ".repeat(width - row.name().length());
        terminal.say(
                switch (row.stability().index()) {
                    case Measure.Value(double value) ->
                        String.format(
                                        Locale.ROOT,
                                        "  %s  %6.3f  %s",
                                        name,
                                        value,
                                        word(row.stability().level()))
                                .stripTrailing();
                    case Measure.Undefined(String reason) -> "  " + name + "       –  " + reason;
                });
    }

    private static String word(Level level) {
        return switch (level) {
            case STABLE -> "";
            case WARNING -> "drifted";
            case ALARM -> "drifted far";
            case UNKNOWN -> "unknown";
        };
    }
}

package io.ringsight.api.cli;

import io.ringsight.api.pipeline.AnalysisResult;
import io.ringsight.api.pipeline.FileAnalysis;
import io.ringsight.ingest.source.IngestConfiguration;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "analyze",
        description = "Files in, files out: finds rings in application files, without a store.",
        footer = {"", "Writes accounts.csv, rings.csv, links.csv, rejected.jsonl and report.json."})
final class AnalyzeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "APPLICATIONS",
            description = "A .jsonl, .jsonl.gz or .parquet file, or a folder in the CSV form.")
    private Path applications;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where results go.")
    private Path out;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "account_id,label,labelled_at: what is known of some.")
    private @Nullable Path labels;

    @Mixin
    private DetectionOptions detection = new DetectionOptions();

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        var analysis = new FileAnalysis(IngestConfiguration.load(configuration.file()), detection.settings());
        AnalysisResult result =
                analysis.run(applications, Optional.ofNullable(labels), out, terminal.progress(output.json));
        if (output.json) {
            terminal.json(result.report().content());
        } else {
            Summary.intake(
                    terminal, result.intake(), out.resolve("rejected.jsonl").toString());
            Summary.detection(terminal, result.detection());
            terminal.say("Written to %s in %s."
                    .formatted(out, Summary.seconds(result.report().content())));
        }
        return ExitCodes.of(result.intake());
    }
}

package io.ringsight.api.pipeline;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.export.csv.CsvExport;
import io.ringsight.export.csv.WholeFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.intake.IntakeReport;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.source.LabelReader;
import io.ringsight.ingest.source.RejectionFile;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files in, files out, no store at all: keys live as long as the run. */
public final class FileAnalysis {
    private final IdentifierTypes types;
    private final DetectionSettings settings;
    private final Stopwatch stopwatch = new Stopwatch();

    public FileAnalysis(IdentifierTypes types, DetectionSettings settings) {
        this.types = types;
        this.settings = settings;
    }

    /** Reads the applications, finds rings and writes everything into {@code out}. */
    public AnalysisResult run(Path applications, Optional<Path> labelFile, Path out, Progress progress) {
        long started = System.nanoTime();
        WholeFile.createFolder(out);
        try (var rejected = new RejectionFile(out.resolve("rejected.jsonl"))) {
            var builder = new IdentityGraphBuilder(types);
            IntakeReport intake = stopwatch.time(
                    "read",
                    () -> new Intake(types, KeySets.ephemeral(types), Vault.off())
                            .run(List.of(applications), builder, rejected, progress));
            List<AccountLabel> labels =
                    labelFile.map(file -> LabelReader.read(file, rejected)).orElse(List.of());
            IdentityGraph graph = stopwatch.time("snapshot", () -> snapshot(builder, applications));
            Detection detection = detect(graph, labels, progress);
            stopwatch.time("write", () -> CsvExport.write(detection, out));
            var report =
                    new RunReport(detection, graph, Optional.of(intake), labels.size(), stopwatch.timings(), started);
            report.write(out.resolve("report.json"));
            return new AnalysisResult(detection, intake, report);
        }
    }

    private IdentityGraph snapshot(IdentityGraphBuilder builder, Path applications) {
        IdentityGraph all = builder.build();
        if (all.accountCount() == 0) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "There is no usable application in " + applications + ".",
                    "Maybe rejected.jsonl, beside the results, says why.");
        }
        return settings.asOf().isPresent() ? all.asOf(settings.asOf().getAsLong()) : all;
    }

    private Detection detect(IdentityGraph graph, List<AccountLabel> labels, Progress progress) {
        var run = new DetectionRun(settings.parameters(), ComponentEngine.jvm(), settings.embedder());
        return run.run(graph, labels, progress);
    }
}

package io.ringsight.api.cli;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.RunReport;
import io.ringsight.api.pipeline.StoreIngest;
import io.ringsight.export.csv.WholeFile;
import io.ringsight.ingest.intake.IntakeReport;
import io.ringsight.ingest.source.RejectionFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "ingest",
        description = "Brings application files into the store. Safe to interrupt and to run again.",
        footer = {"", "What had to be left out stands in rejected.jsonl in the data folder."})
final class IngestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A .jsonl, .jsonl.gz or .parquet file, or a folder in the CSV form.")
    private List<Path> paths;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    IngestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        Installation installation = store.installation();
        WholeFile.createFolder(installation.data());
        Path rejectedFile = installation.rejectedFile();
        try (var rejected = new RejectionFile(rejectedFile)) {
            IntakeReport report = new StoreIngest(installation).run(paths, rejected, terminal.progress(output.json));
            if (output.json) {
                terminal.json(RunReport.intake(report));
            } else {
                Summary.intake(terminal, report, rejectedFile.toString());
            }
            return ExitCodes.of(report);
        }
    }
}

package io.ringsight.api.cli;

import io.ringsight.api.pipeline.StoreExport;
import io.ringsight.detect.Detection;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes the last detection of the store into files, the same ones that analyze writes.")
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--format", paramLabel = "csv", description = "csv, the only one so far (default).")
    private String format = "csv";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
    private Path out;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        if (!format.equals("csv")) {
            throw new RingsightException(
                    ErrorCode.USAGE, "There is no format '" + format + "' yet.", "Maybe use --format csv.");
        }
        Detection detection = new StoreExport(storeOptions.installation()).run(out, terminal.progress(output.json));
        if (output.json) {
            terminal.json(Map.of(
                    "accounts", detection.accounts().size(),
                    "rings", detection.rings().size(),
                    "links", detection.links().size()));
        } else {
            terminal.say("%s accounts, %s rings and %s links written to %s."
                    .formatted(
                            Summary.number(detection.accounts().size()),
                            Summary.number(detection.rings().size()),
                            Summary.number(detection.links().size()),
                            out));
        }
        return ExitCodes.GOOD;
    }
}

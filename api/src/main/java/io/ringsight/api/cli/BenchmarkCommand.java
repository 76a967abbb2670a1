package io.ringsight.api.cli;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.BenchmarkPopulation;
import io.ringsight.ingest.neo4j.IngestBenchmark;
import io.ringsight.ingest.neo4j.IngestFigures;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "benchmark",
        subcommands = BenchmarkCheckCommand.class,
        description = "Measures: ingest on new local stores of its own, which it deletes afterwards, or checks.")
final class BenchmarkCommand implements Callable<Integer> {
    /** What can be measured. */
    enum Subject {
        INGEST
    }

    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "ingest", description = "What: ingest over Bolt and by the importer.")
    private @Nullable Subject subject;

    @Option(names = "--accounts", paramLabel = "N", description = "How many (default 100000).")
    private int accounts = 100_000;

    @Mixin
    private OutputOptions output = new OutputOptions();

    BenchmarkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listenForInterrupts();
        if (accounts < 1) {
            throw new RingsightException(ErrorCode.USAGE, "--accounts is " + accounts + ".", "Maybe write 1 or more.");
        }
        return switch (subject) {
            case INGEST -> ingest();
            case null ->
                throw new RingsightException(
                        ErrorCode.USAGE, "What to measure is missing.", "Maybe ingest, or check with --applications.");
        };
    }

    private int ingest() throws IOException {
        Path folder = Files.createTempDirectory("ringsight-benchmark");
        try {
            List<IngestFigures> all = List.of(bolt(folder.resolve("bolt")), bulk(folder.resolve("bulk")));
            if (output.json) {
                List<Map<String, Object>> rows = new ArrayList<>();
                all.forEach(figures -> rows.add(json(figures)));
                terminal.json(Map.of("ingest", rows));
            } else {
                all.forEach(figures -> terminal.say(figures.toString()));
            }
        } finally {
            delete(folder);
        }
        return ExitCodes.GOOD;
    }

    private IngestFigures bolt(Path folder) {
        var local = new LocalStore(folder, LocalStore.configuredLibraries());
        try {
            return IngestBenchmark.bolt(local.attach(), BenchmarkPopulation.of(accounts, 1));
        } finally {
            local.stop();
        }
    }

    private IngestFigures bulk(Path folder) {
        var local = new LocalStore(folder, LocalStore.configuredLibraries());
        try {
            return IngestBenchmark.bulk(
                    folder.resolveSibling("files"),
                    files -> local.bulkLoad(files, Progress.silent()),
                    BenchmarkPopulation.of(accounts, 1));
        } finally {
            local.stop();
        }
    }

    private static Map<String, Object> json(IngestFigures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("way", figures.way());
        json.put("rows", figures.rows());
        json.put("elapsed_ms", figures.elapsed().toMillis());
        json.put("cpu_ms_here", figures.ourCpu().toMillis());
        json.put("cpu_ms_store", figures.storeCpu().toMillis());
        json.put("rows_per_cpu_second", Math.round(figures.rowsPerCpuSecond()));
        return json;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

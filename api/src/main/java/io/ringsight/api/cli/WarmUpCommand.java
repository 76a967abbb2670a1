package io.ringsight.api.cli;

import io.ringsight.api.http.ApiKeys;
import io.ringsight.api.http.HttpServer;
import io.ringsight.api.pipeline.DetectionSettings;
import io.ringsight.api.pipeline.FileAnalysis;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.simulate.Population;
import io.ringsight.ingest.simulate.SimulationParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Touches what commands touch, so that the launcher can record a start-up cache of it. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    private static final int ACCOUNTS = 300;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("ringsight-warm-up");
        try {
            Population.generate(SimulationParameters.of(ACCOUNTS, 1), folder, Progress.silent());
            new FileAnalysis(IdentifierTypes.builtIn(), DetectionSettings.defaults())
                    .run(
                            folder.resolve("applications.jsonl"),
                            Optional.of(folder.resolve("labels.csv")),
                            folder.resolve("out"),
                            Progress.silent());
            HttpServer.rehearse(ApiKeys.none());
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return ExitCodes.GOOD;
    }
}

package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationMemoryTest {
    private static final int ACCOUNTS = 80_000;

    @TempDir
    Path folder;

    /** All drafts of so many accounts would take several times this heap. */
    @Test
    void needsNoMoreForEightTownsThanForOne() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Generating.class.getName(),
                        folder.resolve("population").toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        try (var lines = Files.lines(folder.resolve("population/applications.jsonl"))) {
            assertThat(lines.count()).isEqualTo(ACCOUNTS);
        }
    }

    /** The process of its own. */
    static final class Generating {
        private Generating() {}

        public static void main(String[] arguments) {
            Population.generate(SimulationParameters.of(ACCOUNTS, 1), Path.of(arguments[0]), Progress.silent());
        }
    }
}

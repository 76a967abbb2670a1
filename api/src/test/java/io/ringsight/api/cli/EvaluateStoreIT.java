package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opponents of Neo4j GDS, in a store that the evaluation starts and deletes. */
class EvaluateStoreIT {
    @TempDir
    Path folder;

    @Test
    void startsAStoreForThemAndLeavesNothingBehind() throws IOException {
        String population = folder.resolve("population").toString();
        Heard.of("simulate", "--accounts", "3000", "--seed", "7", "--out", population);
        long before = stores();
        var heard = Heard.of(
                "evaluate",
                population,
                "--opponents",
                "gds-fastrp",
                "--bootstrap",
                "20",
                "--replay-steps",
                "2",
                "--out",
                folder.resolve("report").toString());

        assertThat(heard.exitCode()).as(heard.err()).isIn(ExitCodes.GOOD, ExitCodes.DONE_WITH_REJECTIONS);
        assertThat(heard.out()).contains("gds-fastrp").doesNotContain("takes no part");
        assertThat(stores()).isEqualTo(before);
    }

    private static long stores() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("ringsight-evaluate"))
                    .count();
        }
    }
}

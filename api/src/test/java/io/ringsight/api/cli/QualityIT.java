package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The gate of {@link QualityGateTest} on 100,000 accounts beside every opponent in this JVM: {@code ./mvnw -Pquality verify}. */
@EnabledIfSystemProperty(named = "ringsight.quality", matches = "true")
class QualityIT {
    private static final Path BASELINE = Path.of("..", "docs", "quality-baseline-100k.json");

    @TempDir
    Path folder;

    @Test
    void qualityIsNotBelowTheBaseline() {
        String population = folder.resolve("population").toString();
        var simulated = Heard.of("simulate", "--accounts", "100000", "--seed", "7", "--out", population);
        assertThat(simulated.exitCode()).as(simulated.err()).isZero();

        var heard = Heard.of(
                "evaluate",
                population,
                "--out",
                folder.resolve("report").toString(),
                "--baseline",
                BASELINE.toString());
        System.out.println(heard.out());

        assertThat(heard.exitCode()).as(heard.err()).isIn(ExitCodes.GOOD, ExitCodes.DONE_WITH_REJECTIONS);
    }
}

package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatePoolCommandTest {
    private static final String ROWS = """
            system,draw,auprc,recall_at_fpr_0.005,calibration_slope,ring_b_cubed_f1
            ours,0,%1$s,0.5,1.0,
            ours,1,%1$s,0.5,1.1,
            ours,2,%1$s,0.6,0.9,
            theirs,0,0.50,0.4,1.0,0.3
            theirs,1,0.40,0.4,1.0,0.3
            theirs,2,0.60,0.4,1.0,0.3
            """;

    @TempDir
    Path folder;

    @Test
    void poolsWhatSeveralEvaluationsWrote() throws IOException {
        Path data = SmallPopulation.write(folder.resolve("data"));
        Path report = folder.resolve("report");
        Heard.of(
                "evaluate",
                data.toString(),
                "--out",
                report.toString(),
                "--opponents",
                "components",
                "--replay-steps",
                "0");
        var heard =
                Heard.of("evaluate", "pool", report.toString(), report.toString(), "--minus", "components", "--json");

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        Path said = folder.resolve("pooled.json");
        Files.writeString(said, heard.out());
        var pooled = ParsedJson.read(said);
        var alone = ParsedJson.read(report.resolve("metrics.json"));
        for (String system : new String[] {"ringsight", "components"}) {
            assertThat(pooled.number("systems", system, "auprc", "value"))
                    .isCloseTo(alone.number("systems", system, "after", "auprc", "value"), within(1e-12));
        }
        assertThat(pooled.number("leads", "ringsight", "auprc", "value"))
                .isCloseTo(
                        alone.number("systems", "ringsight", "after", "auprc", "value")
                                - alone.number("systems", "components", "after", "auprc", "value"),
                        within(1e-12));
    }

    @Test
    void meansAreOverPopulationsAndWhatIsUndefinedStaysSo() throws IOException {
        var heard = Heard.of(
                "evaluate",
                "pool",
                report("one", "0.70").toString(),
                report("two", "0.60").toString(),
                "--minus",
                "theirs");

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out())
                .contains("Mean over 2 populations")
                .contains("ours minus theirs")
                .containsPattern("AUPRC +0.6500")
                .containsPattern("AUPRC +0.1500")
                .contains("it is undefined in one of the populations");
    }

    @Test
    void saysWhatDoesNotGoTogether() throws IOException {
        Path one = report("one", "0.70");
        Path fewer = folder.resolve("fewer");
        Files.createDirectories(fewer);
        Files.writeString(
                fewer.resolve("draws.csv"),
                ROWS.formatted("0.7")
                        .lines()
                        .filter(line -> !line.contains(",2,"))
                        .reduce("", (a, b) -> a + b + "\n"));
        assertThat(Heard.of("evaluate", "pool", one.toString(), fewer.toString())
                        .err())
                .contains("not equally many replicates")
                .contains("Maybe ");
        var unknown = Heard.of("evaluate", "pool", one.toString(), "--minus", "nobody");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("nobody").contains("ours, theirs");
        assertThat(Heard.of("evaluate", "pool", folder.toString()).err()).contains("draws.csv");
    }

    private Path report(String name, String auprc) throws IOException {
        Path report = folder.resolve(name);
        Files.createDirectories(report);
        Files.writeString(report.resolve("draws.csv"), ROWS.formatted(auprc));
        return report;
    }
}

package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fails the build when the product finds rings less well than it did: a fixed simulated population against the baseline under
 * {@code docs}. After a change that is meant to move it: {@code make baseline}, and give the reason in the file.
 */
class QualityGateTest {
    static final Path BASELINE = Path.of("..", "docs", "quality-baseline.json");
    private static final String ACCOUNTS = "6000";
    private static final String SEED = "7";

    @TempDir
    static Path folder;

    private static Path population;

    @BeforeAll
    static void population() {
        population = folder.resolve("population");
        var heard = Heard.of("simulate", "--accounts", ACCOUNTS, "--seed", SEED, "--out", population.toString());
        assertThat(heard.exitCode()).as(heard.err()).isZero();
    }

    @Test
    void qualityIsNotBelowTheBaseline() {
        var heard = evaluate("--baseline", BASELINE.toString());

        assertThat(heard.exitCode()).as(heard.out() + heard.err()).isIn(ExitCodes.GOOD, ExitCodes.DONE_WITH_REJECTIONS);
    }

    @Test
    void closesWhenAMetricFell() throws IOException {
        Path strict = baseline("""
                {"about": "too high", "metrics": [
                  {"metric": "ringsight/all/auroc", "value": 0.0, "tolerance": 0.0, "better": "higher", "reason": "reached"},
                  {"metric": "ringsight/all/ring_b_cubed_f1", "value": 1.5, "tolerance": 0.1, "better": "higher",
                   "reason": "nobody can"},
                  {"metric": "ringsight/all/honest_in_risky_rings", "value": -0.5, "tolerance": 0.1, "better": "lower",
                   "reason": "nobody can either"}]}
                """);
        var heard = evaluate("--baseline", strict.toString());

        assertThat(heard.exitCode()).isEqualTo(4);
        assertThat(heard.err())
                .contains("ringsight/all/ring_b_cubed_f1 is ", "baseline 1.5000", "tolerance 0.1000", "nobody can")
                .contains("ringsight/all/honest_in_risky_rings is ", "baseline \u002d0.5000")
                .doesNotContain("auroc");
    }

    @Test
    void closesWhenAMetricHasNoValueAnyMore() throws IOException {
        Path old = baseline("""
                {"metrics": [
                  {"metric": "ringsight/all/beauty", "value": 0.5, "tolerance": 1, "better": "higher", "reason": "was there"}]}
                """);
        var heard = evaluate("--baseline", old.toString());

        assertThat(heard.exitCode()).isEqualTo(4);
        assertThat(heard.err()).contains("ringsight/all/beauty has no value");
    }

    @Test
    void writesTheBaselineAgainAndKeepsTolerancesAndReasons() throws IOException {
        Path file = baseline("""
                {"about": "mine", "metrics": [
                  {"metric": "ringsight/all/auroc", "value": 2, "tolerance": 0.07, "better": "higher", "reason": "because"}]}
                """);
        var heard = evaluate("--write-baseline", file.toString());

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(Files.readString(file))
                .contains("\"about\" : \"mine\"", "\"tolerance\" : 0.07", "\"reason\" : \"because\"")
                .doesNotContain("\"value\" : 2");
        assertThat(evaluate("--baseline", file.toString()).exitCode()).isZero();
    }

    @Test
    void carriesNoOldValueOfAMetricOn() throws IOException {
        Path file = baseline("""
                {"metrics": [
                  {"metric": "ringsight/all/beauty", "value": 0.5, "tolerance": 1, "better": "higher", "reason": "was there"}]}
                """);
        String before = Files.readString(file);
        var heard = evaluate("--write-baseline", file.toString());

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err())
                .contains("ringsight/all/beauty of the baseline has no value in this report")
                .contains("Maybe ");
        assertThat(file).hasContent(before);
    }

    private static Path baseline(String json) throws IOException {
        return Files.writeString(folder.resolve("baseline.json"), json);
    }

    private static Heard evaluate(String option, String file) {
        return Heard.of(
                "evaluate",
                population.toString(),
                "--opponents",
                "none",
                "--bootstrap",
                "20",
                "--replay-steps",
                "0",
                "--out",
                folder.resolve("report").toString(),
                option,
                file);
    }
}

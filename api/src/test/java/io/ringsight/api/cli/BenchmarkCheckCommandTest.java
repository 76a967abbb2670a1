package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.api.benchmark.ApplicantKind;
import io.ringsight.api.benchmark.Applicants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCheckCommandTest {
    @TempDir
    Path folder;

    private Path applications;

    @BeforeEach
    void simulate() throws IOException {
        applications = SmallPopulation.write(folder).resolve("applications.jsonl");
    }

    @Test
    void measuresDecisionsWithoutAServer() throws IOException {
        var heard = Heard.of(
                "benchmark",
                "check",
                "--in-process",
                "--applications",
                applications.toString(),
                "--applicants",
                "5",
                "--json");

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out())
                .contains("\"accounts\" : 112")
                .contains("\"stranger\"")
                .contains("\"hub_user\"")
                .contains("\"p99_ms\"")
                .contains("hub_ratio");
    }

    @Test
    void saysThatNobodyAnswers() {
        var heard = Heard.of(
                "benchmark", "check", "--url", "http://localhost:1", "--applications", applications.toString());

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("Nobody answers").contains("Maybe ");
    }

    @Test
    void makesTheSameApplicantsFromTheSameSeed() {
        var one = Applicants.read(applications, 5);
        var other = Applicants.read(applications, 5);

        for (ApplicantKind kind : ApplicantKind.values()) {
            assertThat(new String(one.next(kind), StandardCharsets.UTF_8))
                    .isEqualTo(new String(other.next(kind), StandardCharsets.UTF_8));
        }
    }

    @Test
    void givesEachKindWhatItIsNamedAfter() throws IOException {
        for (int i = 0; i < 60; i++) { // a hub, as small ones go
            Files.writeString(applications, """
                    {"account_id":"H%d","created_at":"2026-01-01","identifiers":[{"type":"ip","value":"203.0.113.7"}]}
                    """.formatted(i), StandardOpenOption.APPEND);
        }
        var applicants = Applicants.read(applications, 5);

        assertThat(text(applicants, ApplicantKind.JOINER)).contains("ring-device-");
        assertThat(text(applicants, ApplicantKind.HUB_USER))
                .contains("203.0.113.7")
                .doesNotContain("ring-device-"); // few have it
        assertThat(text(applicants, ApplicantKind.STRANGER))
                .doesNotContain("ring-device-")
                .doesNotContain("203.0.113.7");
    }

    private static String text(Applicants applicants, ApplicantKind kind) {
        return new String(applicants.next(kind), StandardCharsets.UTF_8);
    }
}

package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    @TempDir
    Path folder;

    @Test
    void aDryRunNeedsNoStore() throws IOException {
        Heard heard = dryRun("version: v2\nthresholds: {step_up: 0.1, review: 0.3, deny: 0.8}\n");
        assertThat(heard.exitCode()).isZero();
        assertThat(heard.out()).startsWith("Policy v2 would have decided 0 of 0 checks in another way.");
        assertThat(dryRun("version: v2\nthresholds: {step_up: 0.1, review: 0.3, deny: 0.8}\n", "--json")
                        .out())
                .contains("\"policy_version\" : \"v2\"")
                .contains("\"changes\" : [ ]");
    }

    @Test
    void saysWhatIsWrongWithThePolicy() throws IOException {
        Heard heard = dryRun("version: v2\nthreshold: {}\n");
        assertThat(heard.exitCode()).isEqualTo(2);
        assertThat(heard.err())
                .contains("has a key threshold that is not known")
                .contains("Maybe one of version,");
        assertThat(Heard.of("policy", "wet-run", "--policy", "p.yaml").exitCode())
                .isEqualTo(2);
    }

    private Heard dryRun(String policy, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("p.yaml"), policy);
        var words = new java.util.ArrayList<>(java.util.List.of(
                "policy",
                "dry-run",
                "--policy",
                file.toString(),
                "--data",
                folder.resolve("data").toString()));
        words.addAll(java.util.List.of(more));
        return Heard.of(words.toArray(String[]::new));
    }
}

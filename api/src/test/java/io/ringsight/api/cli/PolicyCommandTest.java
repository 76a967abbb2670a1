package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.api.decision.PastChecks;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    private static final String STRICT = """
            version: strict
            thresholds: {step_up: 0.1, review: 0.3, deny: 0.6}
            rules:
              - {name: everybody, when: {probability_from: 0}, at_least: allow}
            """;

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
    void withoutChecksItSaysWhereTheyMayBe() throws IOException {
        assertThat(dryRun(STRICT).err())
                .contains("no check in the decision log")
                .contains("--data DIR");
    }

    @Test
    void saysHowManyAreDecidedHowAndListsSomeOfEachChange() throws IOException {
        log(0.05, 0.15, 0.15, 0.7, 0.95);
        Heard heard = dryRun(STRICT, "--limit", "1");
        assertThat(heard.err()).isEmpty();
        assertThat(heard.out().replaceAll("[0-9-]{10}T[0-9:]{8}Z", "TIME").replaceAll("[0-9a-f-]{36}", "CHECK"))
                .isEqualTo("""
                        Policy strict would have decided 3 of 5 checks in another way.

                                   as decided   strict
                          allow             3        1
                          step_up           0        2
                          review            1        0
                          deny              1        2

                        allow → step_up: 2
                          TIME  CHECK  risk 0.150  A1  exposure 1,000  rules: everybody
                          … and 1 more; --limit lists more of them.

                        review → deny: 1
                          TIME  CHECK  risk 0.700  A3  exposure 3,000  rules: everybody
                        """);
        assertThat(dryRun(STRICT, "--limit", "0").out()).endsWith("review → deny: 1\n");
        assertThat(dryRun(STRICT, "--json").out()).contains("\"before\" : {").contains("\"step_up\" : 2");
        Path now = Files.writeString(folder.resolve("now.yaml"), STRICT.replace("strict", "now-1"));
        assertThat(dryRun(STRICT, "--policy-now", now.toString()).out())
                .startsWith("Policy strict would have decided 0 of 5 checks in another way.")
                .contains("now-1   strict\n")
                .endsWith("deny           2        2\n");
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

    private void log(double... probabilities) {
        var settings = new StoreSettings(folder.resolve("data"), Optional.empty());
        PastChecks.log(new Installation(settings, Optional.empty()), probabilities);
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

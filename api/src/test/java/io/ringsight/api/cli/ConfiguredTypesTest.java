package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An identifier type that only a configuration file knows, from the file to the evidence. */
class ConfiguredTypesTest {
    private static final String TELLING = ", prior: {operated: 0.6, person: 0.8, related: 0.002, elsewhere: 0.002, "
            + "colocated: 0.00001, customers: 0.00001, successors: 0.00001, strangers: 0.0000001}";
    private static final String INNOCENT = ", prior: {operated: 0.01, person: 0.02, related: 0.8, elsewhere: 0.5, "
            + "colocated: 0.3, customers: 0.3, successors: 0.1, strangers: 0.01}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"exact", "text", "bits", "serial"})
    void weighsAsItsPriorSays(String kind) throws IOException {
        double telling = bits(kind, "TELLING", TELLING);
        double byDefault = bits(kind, "DEFAULT", "");
        double innocent = bits(kind, "INNOCENT", INNOCENT);

        assertThat(telling).isGreaterThan(byDefault + 0.5);
        assertThat(byDefault).isGreaterThan(innocent + 0.5);
    }

    @Test
    void namesWhatWasAssumedInTheReport() throws IOException {
        analyze("exact", "told", ", prior: {operated: 0.6}");
        String report = Files.readString(folder.resolve("told/report.json"));

        assertThat(report).contains("loyalty_card.operated=0.6").contains("rules-3+priors-");
    }

    @Test
    void refusesWhatIsNoProbability() throws IOException {
        Heard heard = analyze("exact", "wrong", ", prior: {operated: 60}");

        assertThat(heard.exitCode()).isEqualTo(2);
        assertThat(heard.err())
                .contains("identifier-types.loyalty_card.prior.operated")
                .contains("wrong.yaml")
                .contains("Maybe ");
    }

    /** What it is worth that two accounts share one. */
    private double bits(String kind, String name, String prior) throws IOException {
        Heard heard = analyze(kind, name, prior);
        assertThat(heard.exitCode()).as(heard.err()).isZero();
        String links = Files.readString(folder.resolve(name).resolve("links.csv"));
        var shared = Pattern.compile("P1,P2,.*SHARED_LOYALTY_CARD:([-0-9.]+)").matcher(links);
        return shared.find() ? Double.parseDouble(shared.group(1)) : 0;
    }

    private Heard analyze(String kind, String name, String prior) throws IOException {
        Path configuration = Files.writeString(
                folder.resolve(name + ".yaml"), "identifier-types: {loyalty_card: {kind: " + kind + prior + "}}\n");
        var applications = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            applications.append(application("A" + i, i % 28 + 1, "d" + i, value(kind, i)));
        }
        applications.append(application("P1", 3, "d-p", value(kind, 99)));
        applications.append(application("P2", 4, "d-p", value(kind, 99)));
        Path file = Files.writeString(folder.resolve("applications.jsonl"), applications);
        return Heard.of(
                "analyze",
                file.toString(),
                "--config",
                configuration.toString(),
                "--out",
                folder.resolve(name).toString());
    }

    private static String application(String id, int day, String device, String card) {
        return """
                {"account_id":"%s","created_at":"2026-03-%02dT10:00:00Z","identifiers":[{"type":"device","value":"%s"},\
                {"type":"payment","value":"%s"},{"type":"loyalty_card","value":"%s"}]}
                """.formatted(id, day, device, "p-" + device, card);
    }

    /** Values of which no two are near each other. */
    private static String value(String kind, int number) {
        return switch (kind) {
            case "exact" -> "card-" + number;
            case "text" -> new BigInteger(120, new Random(number)).toString(36);
            case "bits" -> "%064x".formatted(new BigInteger(255, new Random(number)));
            default -> "LC" + (7_000_000 + 70_001 * number);
        };
    }
}

package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTest {
    private static final SimulationParameters PARAMETERS = SimulationParameters.of(2_000, 7);
    private static final List<String> FILES = List.of("applications.jsonl", "labels.csv", "truth.csv");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void isTheSameByteForByteFromTheSameSeed() throws IOException {
        Population.generate(PARAMETERS, folder.resolve("one"), Progress.silent());
        Population.generate(PARAMETERS, folder.resolve("two"), Progress.silent());
        Population.generate(SimulationParameters.of(2_000, 8), folder.resolve("other"), Progress.silent());
        for (String file : FILES) {
            byte[] one = Files.readAllBytes(folder.resolve("one").resolve(file));
            assertThat(Files.readAllBytes(folder.resolve("two").resolve(file))).isEqualTo(one);
            assertThat(Files.readAllBytes(folder.resolve("other").resolve(file)))
                    .isNotEqualTo(one);
        }
    }

    @Test
    void writesApplicationsAsTheContractSays() throws IOException {
        Population.generate(PARAMETERS, folder, Progress.silent());
        Set<String> ids = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("applications.jsonl"))) {
            JsonNode application = JSON.readTree(line);
            assertThat(ids.add(application.get("account_id").textValue())).isTrue();
            Instant created = Instant.parse(application.get("created_at").textValue());
            assertThat(created).isBetween(SimulationParameters.START, Instant.ofEpochMilli(PARAMETERS.end()));
            assertThat(LocalDate.parse(application.get("date_of_birth").textValue()))
                    .isBefore("2008-01-01");
            assertThat(application.get("name").textValue()).contains(" ");
            assertThat(application.get("country").textValue()).hasSize(2);
            assertThat(application.get("exposure").doubleValue()).isPositive();
            assertThat(application.get("identifiers")).isNotEmpty();
            for (JsonNode identifier : application.get("identifiers")) {
                assertThat(identifier.get("value").textValue()).isNotBlank();
                if (identifier.has("last_seen")) {
                    assertThat(Instant.parse(identifier.get("last_seen").textValue()))
                            .isAfterOrEqualTo(created);
                }
            }
        }
        assertThat(ids).hasSize(2_000);
    }

    @Test
    void labelsSomeAccountsAndLateButTellsTheTruthOfAll() throws IOException {
        Population.generate(PARAMETERS, folder, Progress.silent());
        Map<String, String> truth = new HashMap<>();
        List<String> rows = Files.readAllLines(folder.resolve("truth.csv"));
        assertThat(rows.getFirst()).isEqualTo("account_id,label,ring_id,pattern");
        rows.stream().skip(1).map(row -> row.split(",", -1)).forEach(row -> truth.put(row[0], row[1]));
        assertThat(truth).hasSize(2_000);
        assertThat(truth.values().stream().filter("fraud"::equals).count()).isEqualTo(60);

        List<String> labels = Files.readAllLines(folder.resolve("labels.csv"));
        assertThat(labels.getFirst()).isEqualTo("account_id,label,labelled_at");
        assertThat(labels).hasSizeBetween(100, 600);
        labels.stream().skip(1).map(row -> row.split(",", -1)).forEach(row -> {
            assertThat(truth).containsEntry(row[0], row[1]);
            assertThat(Instant.parse(row[2])).isBefore(Instant.ofEpochMilli(PARAMETERS.end()));
        });
    }

    @Test
    void givesEveryAccountOfAPlainVolumeTheSameNumberOfIdentifiers() throws IOException {
        Path file = folder.resolve("volume.jsonl");
        Population.generateVolume(PARAMETERS, 6, file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2_000);
        for (String line : lines) {
            assertThat(JSON.readTree(line).get("identifiers")).hasSize(6);
            assertThat(line).doesNotContain("last_seen");
        }
    }

    @Test
    void isAsFraudulentAsItWasAskedToBe() {
        for (double prevalence : new double[] {0, 0.01, 0.03, 0.5}) {
            var parameters = new SimulationParameters(1_000, 3, 30, prevalence);
            List<Draft> drafts = Population.draw(parameters);
            assertThat(drafts).hasSize(1_000);
            assertThat(drafts.stream().filter(Draft::fraud).count() / 1_000.0).isCloseTo(prevalence, within(1e-9));
        }
        assertThat(Population.draw(new SimulationParameters(1, 3, 1, 0.5))).hasSize(1);
    }

    @Test
    void sharesAmongHonestPeople() {
        Map<String, Map<String, Integer>> users = new HashMap<>();
        Population.draw(SimulationParameters.of(20_000, 1)).stream()
                .filter(draft -> !draft.fraud())
                .forEach(draft -> draft.shown()
                        .forEach((type, value) -> users.computeIfAbsent(type, _ -> new HashMap<>())
                                .merge(value, 1, Integer::sum)));
        assertThat(shared(users, "address")).isGreaterThan(2_000); // households
        assertThat(shared(users, "device")).isGreaterThan(500);
        assertThat(shared(users, "document")).isGreaterThan(100); // second accounts
        assertThat(shared(users, "phone")).isGreaterThan(100); // second accounts and recycled numbers
        assertThat(users.getOrDefault("ip", Map.of()).values()).anyMatch(count -> count > 300); // carriers
        assertThat(users.getOrDefault("device", Map.of()).values()).anyMatch(count -> count > 20); // agents' tablets
    }

    @Test
    void saysWhatIsWrongWithItsParameters() {
        assertThatThrownBy(() -> new SimulationParameters(0, 1, 1, 0.1)).hasMessageContaining("accounts");
        assertThatThrownBy(() -> new SimulationParameters(1, 1, 0, 0.1)).hasMessageContaining("days");
        assertThatThrownBy(() -> new SimulationParameters(1, 1, 1, Double.NaN)).hasMessageContaining("prevalence");
    }

    @Test
    void saysThatItCannotWriteThere() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Population.generate(PARAMETERS, file, Progress.silent()))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUTPUT_UNWRITABLE));
    }

    private static long shared(Map<String, Map<String, Integer>> users, String type) {
        return users.getOrDefault(type, Map.of()).values().stream()
                .filter(count -> count > 1)
                .count();
    }
}

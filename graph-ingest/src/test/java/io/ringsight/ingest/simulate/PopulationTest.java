package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(rows.getFirst()).isEqualTo("account_id,label,ring_id,pattern,reachable_group,person_id");
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

    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0.5", "1_000, 0", "1_000, 0.01", "999, 0.03", "1_001, 0.5", "10_001, 0.03"})
    void hasExactlyAsManyAccountsAndFraudstersAsItWasAskedFor(String accounts, double prevalence) {
        int count = Integer.parseInt(accounts.replace("_", ""));
        var parameters = new SimulationParameters(count, 3, 30, Dials.usual().with("prevalence", prevalence));
        List<Draft> drafts = Towns.all(parameters);
        assertThat(drafts).hasSize(count);
        assertThat(drafts.stream().map(draft -> draft.id).distinct()).hasSize(count);
        assertThat(drafts.stream().filter(draft -> draft.fraud).count()).isEqualTo(Math.round(count * prevalence));
        assertThat(drafts)
                .allMatch(draft -> draft.createdAt >= SimulationParameters.START.toEpochMilli()
                        && draft.createdAt < parameters.end());
    }

    @Test
    void isInOrderOfTimeOverSeveralTowns() throws IOException {
        Population.generate(SimulationParameters.of(20_500, 2), folder, Progress.silent());
        List<String> applications = Files.readAllLines(folder.resolve("applications.jsonl"));
        assertThat(applications).hasSize(20_500);
        List<String> times = applications.stream()
                .map(line -> line.substring(line.indexOf("created_at"), line.indexOf("created_at") + 40))
                .toList();
        assertThat(times).isSorted();
        List<String> truth = Files.readAllLines(folder.resolve("truth.csv"));
        for (int i = 0; i < applications.size(); i += 97) {
            assertThat(applications.get(i)).contains(truth.get(i + 1).substring(0, 16));
        }
    }

    @Test
    void leavesNothingBesideItsFiles() throws IOException {
        Population.generate(PARAMETERS, folder, Progress.silent());
        assertThat(files()).containsExactlyInAnyOrderElementsOf(FILES);
    }

    @Test
    void leavesNothingAtAllWhenItIsCancelled() throws IOException {
        var soon = new Progress() {
            private int advanced;

            @Override
            public void begin(String stage, long total) {}

            @Override
            public void advance(long units) {
                advanced += (int) units;
            }

            @Override
            public void end() {}

            @Override
            public boolean cancelled() {
                return advanced > 2_500; // while the towns are put together
            }
        };
        assertThatThrownBy(() -> Population.generate(PARAMETERS, folder, soon))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(files()).isEmpty();
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void doesNotDependOnOtherTowns() {
        var world = new World(SimulationParameters.of(30_000, 9));
        List<String> alone =
                Town.draw(world, 2).stream().map(draft -> draft.id + draft.name).toList();
        Town.draw(world, 0);
        assertThat(Town.draw(world, 2).stream().map(draft -> draft.id + draft.name))
                .containsExactlyElementsOf(alone);
    }

    @Test
    void givesNobodyWhatIsSomebodyElsesInAnyTown() {
        List<Draft> drafts = Towns.all(SimulationParameters.of(30_000, 9).with("prevalence", 0));
        for (String type : List.of("document", "tax_id")) {
            Map<String, Set<Face>> owners = new HashMap<>();
            for (Draft draft : drafts) {
                draft.first(type)
                        .ifPresent(item -> owners.computeIfAbsent(item.value, _ -> new HashSet<>())
                                .add(draft.person.face()));
            }
            assertThat(owners.values().stream().filter(faces -> faces.size() > 1))
                    .isEmpty();
        }
    }

    @Test
    void saysWhatIsWrongWithItsParameters() {
        assertThatThrownBy(() -> new SimulationParameters(0, 1, 1, Dials.usual()))
                .hasMessageContaining("accounts");
        assertThatThrownBy(() -> new SimulationParameters(1, 1, 0, Dials.usual()))
                .hasMessageContaining("days");
        assertThatThrownBy(() -> PARAMETERS.with("prevalence", Double.NaN)).hasMessageContaining("prevalence");
    }

    @Test
    void saysThatItCannotWriteThere() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Population.generate(PARAMETERS, file, Progress.silent()))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUTPUT_UNWRITABLE));
    }
}

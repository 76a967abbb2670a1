package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreExport;
import io.ringsight.api.pipeline.StoreSettings;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.service.RingService;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered can be answered again, whatever came later. */
class ReplayIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private String data() {
        return folder.resolve("data").toString();
    }

    @AfterEach
    void stop() {
        Heard.of("store", "stop", "--data", data());
    }

    @Test
    void laterDataChangesNoPastAnswer() throws IOException {
        good(
                "simulate",
                "--accounts",
                "900",
                "--seed",
                "3",
                "--out",
                folder.resolve("population").toString());
        List<String> all = Files.readAllLines(folder.resolve("population/applications.jsonl"));
        List<String> early = all.subList(0, 600);
        List<String> arriving = all.subList(600, 620);
        Path first = Files.write(folder.resolve("first.jsonl"), early);
        Path rest = Files.write(folder.resolve("rest.jsonl"), all.subList(620, all.size()));
        Path revised = Files.writeString(folder.resolve("revised.jsonl"), revised(early) + "\n");
        good("ingest", first.toString(), "--data", data());
        good("detect", "--embedding", "none", "--data", data());

        List<String> ids = checks(arriving, all.subList(590, 640));
        assertThat(Files.readString(log())).doesNotContain(values(all.subList(590, 640)));
        for (String id : ids) {
            assertReplays(id);
        }
        good("ingest", rest.toString(), revised.toString(), "--data", data());
        good("detect", "--embedding", "none", "--data", data());
        good("detect", "--embedding", "none", "--keep", "2", "--data", data());
        for (String id : ids) {
            assertReplays(id);
        }

        assertThat(Heard.of("replay", "no-id", "--data", data()).exitCode()).isEqualTo(2);
        assertThat(Heard.of("replay", "01939a5e-0000-7000-8000-000000000000", "--data", data())
                        .err())
                .contains("There is no check")
                .contains("Maybe");

        String id = ids.getLast();
        Path file = log();
        String lines = Files.readString(file);
        Files.writeString(file, tampered(lines, id));
        Heard different = Heard.of("replay", id, "--data", data());
        assertThat(different.exitCode()).isEqualTo(1);
        assertThat(different.out()).contains("Different from character");
        Files.writeString(file, lines);

        good("detect", "--embedding", "none", "--keep", "1", "--data", data());
        Heard cannot = Heard.of("replay", id, "--data", data());
        assertThat(cannot.exitCode()).isEqualTo(1);
        assertThat(cannot.out()).contains("Cannot replay: the store keeps detection 1 no more.");
    }

    /** Applications arrive, and others are checked before, in between and after. */
    private List<String> checks(List<String> arriving, List<String> asked) throws IOException {
        var installation =
                new Installation(new StoreSettings(folder.resolve("data"), Optional.empty()), Optional.empty());
        Store store = installation.connect(Progress.silent());
        List<String> ids = new ArrayList<>();
        try (RingService service =
                        RingService.open(installation, store, StoreExport.lastDetection(store), Progress.silent());
                CheckDesk desk = CheckDesk.open(installation, service, PolicyFile.builtIn())) {
            ids.add(check(desk, asked.get(25)));
            for (String application : arriving) {
                service.receive(application.getBytes(StandardCharsets.UTF_8));
            }
            ids.add(check(desk, asked.get(0)));
            ids.add(check(desk, asked.get(15)));
            present(service, arriving.getFirst(), "presented-later");
            ids.add(check(desk, asked.get(15)));
            ids.add(check(desk, asked.get(45)));
            present(service, arriving.getFirst(), "presented-after-all-checks");
        }
        return ids;
    }

    private static void present(RingService service, String application, String device) throws IOException {
        String id = JSON.readTree(application).get("account_id").asText();
        service.receiveSightings("""
                {"account_id":"%s","identifiers":[{"type":"device","value":"%s"}]}""".formatted(id, device).getBytes(StandardCharsets.UTF_8));
    }

    /** Everything raw that stands in applications. */
    private static List<String> values(List<String> applications) throws IOException {
        List<String> values = new ArrayList<>();
        for (String application : applications) {
            JsonNode json = JSON.readTree(application);
            values.add(json.path("name").asText("nobody"));
            values.add(json.path("date_of_birth").asText("nobody"));
            json.path("identifiers")
                    .forEach(identifier -> values.add(identifier.get("value").asText()));
        }
        return values;
    }

    private static String check(CheckDesk desk, String application) {
        return desk.check(application.getBytes(StandardCharsets.UTF_8)).checkId();
    }

    /** The first account says something else than before, and is revised. */
    private static String revised(List<String> applications) {
        String first = applications.getFirst();
        return first.contains("\"exposure\"")
                ? first.replaceFirst("\"exposure\":[0-9.eE+-]+", "\"exposure\":12345.0")
                : first.replaceFirst("\\{", "{\"exposure\":12345.0,");
    }

    private Path log() throws IOException {
        try (var files = Files.list(folder.resolve("data/decisions"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** One digit of the probability in the answer of a check is another. */
    private static String tampered(String lines, String id) {
        var changed = new StringBuilder();
        for (String line : lines.lines().toList()) {
            if (line.contains(id)) {
                int at = line.indexOf("\\\"probability\\\":") + "\\\"probability\\\":".length() + 3;
                char digit = line.charAt(at) == '7' ? '3' : '7';
                line = line.substring(0, at) + digit + line.substring(at + 1);
            }
            changed.append(line).append('\n');
        }
        assertThat(changed.toString()).isNotEqualTo(lines);
        return changed.toString();
    }

    private void assertReplays(String id) {
        Heard heard = Heard.of("replay", id, "--data", data());
        assertThat(heard.out()).as(heard.err()).contains("Equal");
        assertThat(heard.exitCode()).isZero();
    }

    private static Heard good(String... words) {
        Heard heard = Heard.of(words);
        assertThat(heard.exitCode()).as(heard.err()).isIn(ExitCodes.GOOD, ExitCodes.DONE_WITH_REJECTIONS);
        return heard;
    }
}

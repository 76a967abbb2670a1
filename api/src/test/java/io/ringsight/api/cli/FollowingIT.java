package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreExport;
import io.ringsight.api.pipeline.StoreSettings;
import io.ringsight.api.service.RingService;
import io.ringsight.cypher.Statement;
import io.ringsight.detect.check.CheckResult;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.DispositionRequest;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.lineage.Cause;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreMeta;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one store: rings follow what comes in at either, and keep their ids through restarts and detections. */
class FollowingIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        Heard.of("store", "stop", "--data", data());
    }

    @Test
    void ringsFollowWhatComesInEverywhere() throws IOException {
        good(
                "simulate",
                "--accounts",
                "900",
                "--seed",
                "5",
                "--out",
                folder.resolve("population").toString());
        Path file = folder.resolve("population/applications.jsonl");
        Map<String, JsonNode> applications = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = JSON.readTree(line);
            applications.put(json.get("account_id").asText(), json);
        }
        good("ingest", file.toString(), "--data", data());
        good("detect", "--embedding", "none", "--data", data());
        try (RingService here = open();
                RingService there = open()) {
            Ring ring = here.knowledge().detection().rings().stream()
                    .filter(found -> found.size() >= 3)
                    .max(Comparator.comparingDouble(Ring::risk))
                    .orElseThrow();
            JsonNode member =
                    Objects.requireNonNull(applications.get(ring.members().getFirst()));
            here.receive(bytes(like(member, "JOINER", "2027-01-01T00:00:00Z")));
            assertThat(ringOf(here, "JOINER")).contains(ring.ringId());
            assertThat(here.knowledge()
                            .detection()
                            .ring(ring.ringId())
                            .orElseThrow()
                            .members())
                    .containsAll(ring.members())
                    .contains("JOINER");

            here.receive(bytes(stranger("NEW-1", "2027-01-02T00:00:00Z")));
            assertThat(ringOf(here, "NEW-1")).isEmpty();
            there.look();
            there.receive(bytes(stranger("NEW-2", "2027-01-02T00:10:00Z")));
            String born = ringOf(there, "NEW-2").orElseThrow();
            assertThat(ringOf(there, "NEW-1")).contains(born);
            here.look();
            assertThat(ringOf(here, "NEW-2")).contains(born);
            byte[] probe = bytes(stranger("NEW-3", "2027-01-02T00:20:00Z"));
            Map<String, Object> stored = counts();
            CheckResult answer = here.check(probe).result();
            for (int again = 0; again < 100; again++) {
                assertThat(here.check(probe).result()).isEqualTo(answer);
            }
            assertThat(counts()).as("a check writes nothing").isEqualTo(stored);
            assertThat(answer.ring().orElseThrow().ringId()).isEqualTo(born);
            assertThat(there.check(probe).result()).isEqualTo(answer);

            here.receive(bytes(again("NEW-1", "2027-01-02T00:00:00Z"))); // what it says less, it was seen with before
            assertThat(ringOf(here, "NEW-1")).contains(born);

            Disposition cut = here.investigation()
                    .take(pair(Disposition.Kind.CUT, OptionalLong.empty()))
                    .disposition();
            assertThat(ringOf(here, "NEW-1")).isEmpty();
            there.look();
            assertThat(ringOf(there, "NEW-1")).isEmpty();
            here.investigation().take(pair(Disposition.Kind.UNDO, OptionalLong.of(cut.number())));
            assertThat(ringOf(here, "NEW-1")).contains(born);

            try (RingService again = open()) {
                assertThat(again.knowledge().detection().rings().stream()
                                .map(Ring::members)
                                .toList())
                        .containsExactlyInAnyOrderElementsOf(here.knowledge().detection().rings().stream()
                                .map(Ring::members)
                                .toList());
                assertThat(ringOf(again, "NEW-2")).contains(born);
            }
            good("detect", "--embedding", "none", "--data", data());
            here.look();
            assertThat(ringOf(here, "NEW-1")).contains(born).isEqualTo(ringOf(here, "NEW-2"));
            assertThat(ringOf(here, "JOINER")).contains(ring.ringId());
            List<LineageEvent> events = here.investigation().lineage(born).events();
            assertThat(events.getFirst().kind()).isEqualTo(LineageEvent.Kind.BORN);
            assertThat(events.getFirst().causes())
                    .extracting(Cause::of)
                    .isSubsetOf("NEW-1", "NEW-2")
                    .hasSize(1);
        }
    }

    /** What the store counts, its log too. */
    private Map<String, Object> counts() {
        try (Store store = connect()) {
            Map<String, Object> counts = new HashMap<>(store.read(Statement.STORE_COUNTS.bare(), row -> row.asMap())
                    .getFirst());
            counts.put("next_sequence", StoreMeta.read(store).nextSequence());
            return counts;
        }
    }

    private DispositionRequest pair(Disposition.Kind kind, OptionalLong undoes) {
        Optional<Subject.Pair> two =
                undoes.isPresent() ? Optional.empty() : Optional.of(Subject.Pair.of("NEW-1", "NEW-2"));
        return new DispositionRequest(
                kind, Optional.empty(), two, Optional.empty(), "u", "r", OptionalLong.empty(), undoes);
    }

    private static Optional<String> ringOf(RingService service, String account) {
        return service.knowledge().detection().account(account).flatMap(known -> Optional.ofNullable(known.ringId()));
    }

    private RingService open() {
        Store store = connect();
        return RingService.open(installation(), store, StoreExport.lastDetection(store), Progress.silent());
    }

    private Store connect() {
        return installation().connect(Progress.silent());
    }

    private Installation installation() {
        return new Installation(new StoreSettings(folder.resolve("data"), Optional.empty()), Optional.empty());
    }

    /** Another name, the same hands. */
    private static ObjectNode like(JsonNode member, String id, String createdAt) {
        ObjectNode application = member.deepCopy();
        application.put("account_id", id).put("created_at", createdAt);
        for (JsonNode identifier : application.path("identifiers")) {
            ((ObjectNode) identifier).remove(List.of("first_seen", "last_seen"));
        }
        return application;
    }

    /** One of several names with one face, one document and one device. */
    private static ObjectNode stranger(String id, String createdAt) {
        ObjectNode application = JSON.createObjectNode().put("account_id", id).put("created_at", createdAt);
        application.put("name", "Person " + id).put("date_of_birth", "1980-01-01");
        ArrayNode identifiers = application.putArray("identifiers");
        identifiers.addObject().put("type", "device").put("value", "dv-following-77");
        identifiers.addObject().put("type", "document").put("value", "passport:GB:551234567");
        identifiers.addObject().put("type", "biometric").put("value", "0123456789abcdef".repeat(4));
        identifiers
                .addObject()
                .put("type", "email")
                .put("value", id.toLowerCase(java.util.Locale.ROOT) + "@example.org");
        return application;
    }

    /** The same account with nothing but another phone. */
    private static ObjectNode again(String id, String createdAt) {
        ObjectNode application = stranger(id, createdAt);
        application.putArray("identifiers").addObject().put("type", "phone").put("value", "+44 20 7946 0991");
        return application;
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static void good(String... words) {
        Heard heard = Heard.of(words);
        assertThat(heard.exitCode()).as(heard.err()).isIn(0, 3);
    }
}

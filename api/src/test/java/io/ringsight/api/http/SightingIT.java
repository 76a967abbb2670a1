package io.ringsight.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringsight.cypher.Statement;
import io.ringsight.ingest.neo4j.ArrivalReader;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreMeta;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.store.SharedLocalStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What known accounts present later. */
class SightingIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();

    private static RunningService running;

    @BeforeAll
    static void start() {
        running = RunningService.get();
    }

    @Test
    void theNextCheckKnowsWhatAnAccountPresentedLater() throws IOException {
        assertThat(application("late-1", "late-device-1").statusCode()).isEqualTo(201);
        String stranger = """
                {"account_id":"late-2","created_at":"2025-05-02T10:00:00Z","identifiers":[
                 {"type":"document","value":"passport:FR:LT1234567"},{"type":"device","value":"late-device-2"}]}""";
        JsonNode before = json(running.post("/v1/checks", "application/json", stranger));
        HttpResponse<String> created = sightings("late-1", """
                {"type":"document","value":"passport:FR:LT1234567"},
                {"type":"device","value":"late-device-2","first_seen":"2025-05-01T12:00:00Z","last_seen":"2025-05-02T12:00:00Z"}""");
        HttpResponse<String> after = running.post("/v1/checks", "application/json", stranger);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(json(created).get("created").asInt()).isEqualTo(3);
        assertThat(created.body()).doesNotContain("LT1234567").doesNotContain("late-device");
        assertThat(before.get("paths")).isEmpty();
        assertThat(before.at("/device/accounts").asInt()).isZero();
        assertThat(after.body()).contains("late-1");
        assertThat(json(after).at("/device/accounts").asInt()).isOne();
    }

    @Test
    void theSameAgainChangesNothing() {
        application("late-3", "late-device-3");
        String device = """
                {"type":"device","value":"late-device-4","first_seen":"2025-05-01T12:00:00Z"}""";
        assertThat(sightings("late-3", device).statusCode()).isEqualTo(201);
        try (Store store = Store.connect(SharedLocalStore.address())) {
            long before = StoreMeta.read(store).nextSequence() - 1;
            var counts = store.read(Statement.STORE_COUNTS.bare(), row -> row.asMap());
            HttpResponse<String> again = sightings("late-3", device);

            assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
            assertThat(again.body()).contains("\"known\"");
            assertThat(ArrivalReader.sequences(store, before, Long.MAX_VALUE)).isEmpty();
            assertThat(store.read(Statement.STORE_COUNTS.bare(), row -> row.asMap()))
                    .isEqualTo(counts);
        }
    }

    @Test
    void otherProcessesHearOfItAndThePastStaysAsItWas() {
        application("late-5", "late-device-5");
        try (Store store = Store.connect(SharedLocalStore.address())) {
            long before = StoreMeta.read(store).nextSequence() - 1;
            IdentityGraph then =
                    SnapshotReader.upTo(store, TYPES, before, Progress.silent()).graph();
            sightings("late-5", "{\"type\":\"device\",\"value\":\"late-device-6\"}");
            sightings("late-5", "{\"type\":\"phone\",\"value\":\"+44 20 7946 0123\"}");
            long now = StoreMeta.read(store).nextSequence() - 1;

            long[] sequences = ArrivalReader.sequences(store, before, now);
            List<ArrivalReader.Arrival> arrivals = new ArrayList<>();
            ArrivalReader.read(store, sequences, now, arrivals::add);
            assertThat(arrivals).hasSize(1);
            assertThat(arrivals.getFirst().application().account().accountId()).isEqualTo("late-5");
            assertThat(arrivals.getFirst().application().sightings()).hasSize(3);
            assertThat(arrivals.getFirst().newest()).isEqualTo(now);
            assertThat(SnapshotReader.upTo(store, TYPES, before, Progress.silent())
                            .graph()
                            .sameAs(then))
                    .isTrue();
            assertThat(SnapshotReader.upTo(store, TYPES, now, Progress.silent())
                            .graph()
                            .sameAs(SnapshotReader.read(store, TYPES, Progress.silent())
                                    .graph()))
                    .isTrue();
        }
    }

    @Test
    void whatCannotBeUsedIsAProblem() {
        assertThat(sightings("nobody-knows-it", "{\"type\":\"device\",\"value\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(sightings("nobody-knows-it", "").body()).contains("NOT_FOUND");
        assertThat(post("{\"account_id\":\"late-1\"}").body()).contains("identifiers is missing");
        assertThat(post("{\"identifiers\":[]}").body()).contains("account_id is missing");
        assertThat(post("[").statusCode()).isEqualTo(422);
        assertThat(post(" ".repeat(300_000)).statusCode()).isEqualTo(413);
        application("late-7", "late-device-7");
        HttpResponse<String> left = sightings("late-7", "{\"type\":\"shoe\",\"value\":\"size 43\"}");
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.body()).contains("identifiers[0].type").doesNotContain("size 43");
    }

    private static HttpResponse<String> application(String id, String device) {
        return running.post("/v1/applications", "application/json", """
                {"account_id":"%s","created_at":"2025-05-01T10:00:00Z","identifiers":[{"type":"device","value":"%s"}]}""".formatted(id, device));
    }

    private static HttpResponse<String> sightings(String id, String identifiers) {
        return post("{\"account_id\":\"" + id + "\",\"identifiers\":[" + identifiers + "]}");
    }

    private static HttpResponse<String> post(String body) {
        return running.post("/v1/sightings", "application/json", body);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}

package io.ringsight.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.decision.Replay;
import io.ringsight.api.pipeline.DetectionSettings;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreDetection;
import io.ringsight.api.pipeline.StoreExport;
import io.ringsight.api.pipeline.StoreIngest;
import io.ringsight.api.pipeline.StoreSettings;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.service.RingService;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.simulate.Population;
import io.ringsight.ingest.simulate.SimulationParameters;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.store.LocalStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose store goes away. It has a store of its own. */
class DegradedIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLOSED = """
            version: closed-1
            thresholds: {step_up: 0.2, review: 0.5, deny: 0.9}
            degraded:
              store_down: {decision: step_up}
              stale_index: {after_seconds: 4, decision: review}
              model_missing: {decision: open}
            """;

    @TempDir
    static Path folder;

    private static Installation installation;
    private static String stranger;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void fill() throws IOException {
        installation = new Installation(new StoreSettings(folder.resolve("data"), Optional.empty()), Optional.empty());
        Population.generate(SimulationParameters.of(400, 5), folder, Progress.silent());
        new StoreIngest(installation)
                .run(List.of(folder.resolve("applications.jsonl")), RejectionSink.none(), Progress.silent());
        try (Store store = installation.connect(Progress.silent())) {
            new StoreDetection(
                            installation.types(),
                            new DetectionSettings(
                                    0.03,
                                    0,
                                    OptionalLong.empty(),
                                    DetectionSettings.Engine.JVM,
                                    DetectionSettings.Embedding.NONE,
                                    TorchDevice.AUTO),
                            installation.models())
                    .run(store, Progress.silent());
        }
        stranger = """
                {"account_id":"stranger","created_at":"2025-05-01T10:00:00Z","identifiers":[{"type":"device","value":"nobody-has-it"}]}""";
    }

    @AfterAll
    static void stop() {
        installation.localStore().stop();
    }

    @Test
    void checksAreAnsweredWhileTheStoreIsDownAndReplayedWhenItIsBack() throws Exception {
        Path policy = Files.writeString(folder.resolve("closed.yaml"), CLOSED);
        String id;
        Store store = installation.connect(Progress.silent());
        RingService service =
                RingService.open(installation, store, StoreExport.lastDetection(store), Progress.silent());
        try (service;
                CheckDesk desk = CheckDesk.open(installation, service, PolicyFile.read(policy));
                HttpServer server = HttpServer.start("127.0.0.1", RunningService.freePort(), ApiKeys.none(), desk)) {
            service.keepFresh();
            JsonNode well = json(check(server));
            assertThat(well.get("degraded")).isEmpty();
            assertThat(well.get("decision").asText()).isEqualTo("allow");
            assertThat(well.get("device").get("accounts").asInt()).isZero();

            LocalStore local = installation.localStore();
            local.stop();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(words(check(server))).contains("store_down"));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(words(check(server))).contains("store_down", "stale_index"));
            HttpResponse<String> answer = check(server);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).get("probability")).isEqualTo(well.get("probability"));
            assertThat(json(answer).get("decision").asText()).isEqualTo("review");
            id = answer.headers().firstValue("X-Check-Id").orElseThrow();

            JsonNode health = json(get(server, "/health")).at("/details/ringsight");
            assertThat(health.get("status").asText()).isEqualTo("UP");
            assertThat(health.at("/details/store").asText()).isEqualTo("does not answer");
            assertThat(health.at("/details/degraded")).hasSize(2);
            String metrics = get(server, "/prometheus").body();
            assertThat(metrics).contains("ringsight_degraded{reason=\"store_down\"} 1.0");
            assertThat(metrics).containsPattern("(?m)^ringsight_index_age_seconds [0-9.]+$");
        }
        try (Store back = installation.connect(Progress.silent())) {
            assertThat(new Replay(installation).of(back, id, Progress.silent())).isInstanceOf(Replay.Equal.class);
        }
    }

    @Test
    void aChampionThatJudgedNothingYetIsMissing() throws IOException {
        Files.createDirectories(folder.resolve("data/models"));
        ModelRegistry models = installation.models();
        Store store = installation.connect(Progress.silent());
        try (RingService service =
                RingService.open(installation, store, StoreExport.lastDetection(store), Progress.silent())) {
            assertThat(service.health().modelPresent()).isTrue();
        }
        models.record(ModelRegistry.Action.CHAMPION, "M-0123abcd", Instant.now());
        Store again = installation.connect(Progress.silent());
        try (RingService service =
                        RingService.open(installation, again, StoreExport.lastDetection(again), Progress.silent());
                CheckDesk desk = CheckDesk.open(installation, service, PolicyFile.builtIn())) {
            assertThat(desk.check(stranger.getBytes(StandardCharsets.UTF_8)).degraded())
                    .extracting(Object::toString)
                    .containsExactly("MODEL_MISSING");
        } finally {
            models.rollback(Instant.now());
        }
    }

    private HttpResponse<String> check(HttpServer server) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(server, "/v1/checks"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(stranger))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(HttpServer server, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(server, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(HttpServer server, String path) {
        return URI.create("http://localhost:" + server.uri().getPort() + path);
    }

    private static List<String> words(HttpResponse<String> answer) throws IOException {
        List<String> words = new java.util.ArrayList<>();
        json(answer).get("degraded").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}

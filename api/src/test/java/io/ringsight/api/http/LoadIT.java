package io.ringsight.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringsight.api.benchmark.Applicants;
import io.ringsight.api.benchmark.LoadTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too much, too slow, twice. */
class LoadIT {
    private static final String ONE = "onboarding-key-one-0";
    private static final String TWO = "onboarding-key-two-0";
    private static final String ADMIN = "admin-key-0000000000";
    private static final String APPLICATION = """
            {"account_id":"%s","created_at":"2025-05-01T10:00:00Z","identifiers":[{"type":"device","value":"%s"}]}""";

    private static RunningService running;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        running = RunningService.get();
    }

    @Test
    void aFloodFromOneKeyIsTurnedAwayAndHarmsNoOther() throws IOException {
        try (HttpServer server = server(Map.of(
                "ringsight.limits.checks-under-way", 1,
                "ringsight.limits.checks-waiting", 8,
                "ringsight.limits.check-wait", "5s"))) {
            List<byte[]> applicants = Applicants.read(running.applications, 1).mix(64);
            var flood = CompletableFuture.supplyAsync(() -> new LoadTest(uri(server), Optional.of(ONE), applicants, 32)
                    .closedLoop("/v1/checks", Duration.ofSeconds(3)));
            LoadTest.Result other = new LoadTest(uri(server), Optional.of(TWO), applicants, 2)
                    .openLoop("/v1/checks", 10, Duration.ofSeconds(2));

            assertThat(other.statuses()).containsOnlyKeys(200);
            assertThat(flood.join().statuses()).containsKeys(200, 429);
            await().untilAsserted(() -> assertThat(metrics(server))
                    .contains("ringsight_checks_under_way 0.0")
                    .contains("ringsight_checks_waiting 0.0")
                    .contains("reason=\"share_used\""));
        }
    }

    @Test
    void whatCannotBeBegunInTimeIsTurnedAwayWithAWord() throws IOException {
        try (HttpServer server = server(Map.of(
                "ringsight.limits.checks-under-way",
                1,
                "ringsight.limits.checks-waiting",
                4,
                "ringsight.limits.share-of-one-key",
                1.0,
                "ringsight.limits.check-wait",
                "1ms"))) {
            var result = new LoadTest(
                            uri(server),
                            Optional.of(ONE),
                            Applicants.read(running.applications, 1).mix(64),
                            16)
                    .closedLoop("/v1/checks", Duration.ofSeconds(1));

            assertThat(result.statuses()).containsOnlyKeys(200, 503);
        }
    }

    @Test
    void aRequestThatDripsIsCutOff() throws IOException {
        try (HttpServer server = server(Map.of("ringsight.limits.request-time", "1s"));
                var socket = new Socket("localhost", server.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST /v1/checks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .contains(" 408 ")
                    .contains("application/problem+json")
                    .contains("TIMED_OUT");
        }
    }

    @Test
    void connectionsBeyondTheLimitAreClosed() throws IOException {
        try (HttpServer server = server(Map.of("ringsight.limits.connections", 1));
                var first = new Socket("localhost", server.uri().getPort())) {
            first.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(first.getInputStream().read()).isPositive(); // it is counted, and stays open
            try (var second = new Socket("localhost", server.uri().getPort())) {
                second.setSoTimeout(5_000);
                assertThat(second.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void helloIsThereForBenchmarksAlone() throws IOException {
        String body = APPLICATION.formatted("hello", "hello-device");
        try (HttpServer server = server(HttpServer.BENCHMARK)) {
            assertThat(post(server, "/v1/hello", ONE, body, null).body()).contains("\"identifiers\":1");
            assertThat(running.get("/swagger/ringsight.json").body()).doesNotContain("/v1/hello");
        }
        assertThat(running.post("/v1/hello", "application/json", body).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSameKeyGetsTheSameAnswerAgainAlsoFromAnotherProcess() throws IOException {
        String body = APPLICATION.formatted("once-1", "once-device");
        try (HttpServer server = server(Map.of())) {
            HttpResponse<String> first = post(server, "/v1/applications", ONE, body, "key-1");
            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        }
        try (HttpServer server = server(Map.of())) {
            HttpResponse<String> again = post(server, "/v1/applications", ONE, body, "key-1");
            HttpResponse<String> other =
                    post(server, "/v1/applications", ONE, APPLICATION.formatted("once-2", "x"), "key-1");

            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).contains("\"created\"");
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body()).contains("Idempotency-Key").doesNotContain("key-1");
            assertThat(post(server, "/v1/applications", TWO, body, "key-1").statusCode())
                    .as("callers have keys of their own")
                    .isEqualTo(200);
            assertThat(post(server, "/v1/applications", ONE, "{", "key-2").statusCode())
                    .isEqualTo(422);
            assertThat(post(server, "/v1/applications", ONE, APPLICATION.formatted("once-3", "y"), "key-2")
                            .statusCode())
                    .as("a request that failed leaves its key free")
                    .isEqualTo(201);
        }
    }

    @Test
    void ofManyAtOnceWithOneKeyOneIsWritten() throws IOException {
        String body = APPLICATION.formatted("once-4", "race-device");
        try (HttpServer server = server(Map.of("ringsight.limits.applications-under-way", 8))) {
            List<CompletableFuture<Integer>> all = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() ->
                            post(server, "/v1/applications", ONE, body, "key-3").statusCode()))
                    .toList();

            assertThat(all).extracting(CompletableFuture::join).contains(201).containsOnly(201, 409);
        }
    }

    private HttpServer server(Map<String, Object> settings) throws IOException {
        Path keys = Files.writeString(
                folder.resolve("keys"), "ONBOARDING " + ONE + "\nONBOARDING " + TWO + "\nADMIN " + ADMIN + "\n");
        return HttpServer.start(
                "127.0.0.1", RunningService.freePort(), ApiKeys.read(keys), running.desk, new HashMap<>(settings));
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://localhost:" + server.uri().getPort());
    }

    private static String metrics(HttpServer server) {
        return running.send(HttpRequest.newBuilder(uri(server).resolve("/prometheus"))
                        .header("X-API-Key", ADMIN)
                        .build())
                .body();
    }

    private static HttpResponse<String> post(
            HttpServer server, String path, String key, String body, @org.jspecify.annotations.Nullable String once) {
        var request = HttpRequest.newBuilder(uri(server).resolve(path))
                .header("Content-Type", "application/json")
                .header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (once != null) {
            request.header("Idempotency-Key", once);
        }
        return running.send(request.build());
    }
}

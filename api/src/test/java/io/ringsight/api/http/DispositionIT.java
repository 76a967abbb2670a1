package io.ringsight.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DispositionIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static RunningService running;

    @BeforeAll
    static void start() {
        running = RunningService.get();
    }

    @Test
    void aClearedRingIsNotToBeLookedAtUntilThatIsUndone() throws IOException {
        String ring = ring(1).get("ring_id").asText();
        JsonNode cleared = created("""
                {"kind":"clear","ring_id":"%s","user":"kim","reason":"a family business"}""".formatted(ring));
        assertThat(cleared.get("ring_version").asInt()).isEqualTo(1);
        assertThat(cleared.get("standing").asBoolean()).isTrue();
        assertThat(json(running.get("/v1/rings/" + ring)).get("status").asText())
                .isEqualTo("cleared");
        assertThat(ids("/v1/rings?status=todo&limit=500")).doesNotContain(ring);
        assertThat(ids("/v1/rings?status=cleared&limit=500")).containsExactly(ring);
        created("""
                {"kind":"undo","undoes":%d,"user":"kim","reason":"mistaken"}""".formatted(cleared.get("number").asLong()));
        assertThat(ids("/v1/rings?status=todo&limit=500")).contains(ring);
        assertThat(json(running.get("/v1/dispositions?limit=1000&ring_id=" + ring))
                        .get("dispositions"))
                .anySatisfy(one -> {
                    assertThat(one.get("kind").asText()).isEqualTo("clear");
                    assertThat(one.get("standing").asBoolean()).isFalse();
                });
    }

    @Test
    void whatIsCutIsNoTieInACheckEither() throws IOException {
        JsonNode ring = json(running.get("/v1/rings/" + ring(0).get("ring_id").asText()));
        String one = ring.get("members").get(0).get("account_id").asText();
        String body = application(one);
        String before = running.post("/v1/checks", "application/json", body).body();
        String tied =
                JSON.readTree(before).get("paths").get(0).get("account_id").asText();
        JsonNode cut = created("""
                {"kind":"cut","accounts":["%s","%s"],"user":"kim","reason":"cousins"}""".formatted(one, tied));
        assertThat(running.post("/v1/checks", "application/json", body).body())
                .doesNotContain("\"account_id\":\"" + tied);
        problem(post("""
                {"kind":"bond","accounts":["%s","%s"],"user":"lee","reason":"same hands"}""".formatted(tied, one)), 409, "CONFLICT");
        assertThat(post("""
                {"kind":"cut","accounts":["%s","%s"],"user":"lee","reason":"again"}""".formatted(tied, one)).statusCode()).isEqualTo(200);
        created("""
                {"kind":"undo","undoes":%d,"user":"kim","reason":"mistaken"}""".formatted(cut.get("number").asLong()));
        assertThat(running.post("/v1/checks", "application/json", body).body()).isEqualTo(before);
    }

    @Test
    void refusesWhatItCannotTake() {
        problem(post("{\"kind\":\"forgive\",\"user\":\"kim\",\"reason\":\"x\"}"), 422, "INVALID_REQUEST");
        problem(
                post("{\"kind\":\"clear\",\"ring_id\":\"R-NONE\",\"user\":\"kim\",\"reason\":\"x\"}"),
                404,
                "NOT_FOUND");
        problem(
                post("{\"kind\":\"confirm\",\"account_id\":\"none\",\"user\":\"kim\",\"reason\":\"x\"}"),
                404,
                "NOT_FOUND");
        problem(
                post("{\"kind\":\"cut\",\"accounts\":[\"a\"],\"user\":\"kim\",\"reason\":\"x\"}"),
                422,
                "INVALID_REQUEST");
        problem(post("{\"kind\":\"undo\",\"undoes\":99999,\"user\":\"kim\",\"reason\":\"x\"}"), 404, "NOT_FOUND");
        problem(post("{\"kind\":\"undo\",\"undoes\":\"many\"}"), 400, "INVALID_REQUEST");
        problem(post("{\"kind\":\"confirm\",\"account_id\":\"none\"}"), 422, "INVALID_REQUEST");
        problem(running.get("/v1/dispositions?limit=0"), 422, "INVALID_REQUEST");
        problem(running.get("/v1/rings?status=lost"), 422, "INVALID_REQUEST");
        problem(
                post("{\"kind\":\"cut\",\"accounts\":[null,\"a\"],\"user\":\"kim\",\"reason\":\"x\"}"),
                422,
                "INVALID_REQUEST");
        problem(
                post("{\"kind\":\"confirm\",\"account_id\":\"a\",\"user\":\"kim\",\"reason\":\"" + "x".repeat(5_000)
                        + "\"}"),
                422,
                "INVALID_REQUEST");
    }

    @Test
    void tellsWhatARingWas() throws IOException {
        String id = ring(0).get("ring_id").asText();
        JsonNode lineage = json(running.get("/v1/rings/" + id + "/lineage"));
        assertThat(lineage.get("events").get(0).get("kind").asText()).isEqualTo("born");
        assertThat(lineage.get("current").get("members")).isNotEmpty();
        JsonNode before = json(running.get("/v1/rings/" + id + "/lineage?at=2020-01-01T00:00:00Z"));
        assertThat(before.get("current").isNull()).isTrue();
        problem(running.get("/v1/rings/R-NONE/lineage"), 404, "NOT_FOUND");
        problem(running.get("/v1/rings/" + id + "/lineage?at=once"), 422, "INVALID_REQUEST");
        problem(running.get("/v1/rings/" + id + "/lineage?at=%2B1000000000-01-01T00:00:00Z"), 422, "INVALID_REQUEST");
    }

    @Test
    void theQueuePutsWhatIsMostAtStakeFirst() throws IOException {
        double last = Double.POSITIVE_INFINITY;
        for (JsonNode ring : json(running.get("/v1/rings?sort=queue&limit=100")).get("rings")) {
            double stake = ring.get("risk").asDouble() * ring.get("exposure").asDouble();
            assertThat(stake).isLessThanOrEqualTo(last);
            last = stake;
        }
    }

    private static JsonNode ring(int position) throws IOException {
        return json(running.get("/v1/rings?limit=5")).get("rings").get(position);
    }

    private static java.util.List<String> ids(String path) throws IOException {
        return json(running.get(path)).get("rings").findValuesAsText("ring_id");
    }

    private static HttpResponse<String> post(String body) {
        return running.post("/v1/dispositions", "application/json", body);
    }

    private static JsonNode created(String body) throws IOException {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static String application(String id) throws IOException {
        try (var lines = java.nio.file.Files.lines(running.applications)) {
            return lines.filter(line -> line.contains("\"" + id + "\""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}

package io.ringsight.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static RunningService running;

    @BeforeAll
    static void start() {
        running = RunningService.get();
    }

    @Test
    void listsRingsByRiskPageByPage() throws IOException {
        JsonNode first = json(running.get("/v1/rings?limit=2"));
        JsonNode second = json(running.get(
                "/v1/rings?limit=2&cursor=" + first.get("next_cursor").asText()));

        assertThat(first.get("rings")).hasSize(2);
        assertThat(first.get("rings").get(1).get("risk").asDouble())
                .isLessThanOrEqualTo(first.get("rings").get(0).get("risk").asDouble())
                .isGreaterThanOrEqualTo(second.get("rings").get(0).get("risk").asDouble());
        assertThat(first.get("calibrated").asBoolean()).isFalse();
    }

    @Test
    void keepsToTheRiskThatIsAskedFor() throws IOException {
        JsonNode page = json(running.get("/v1/rings?min_risk=0.5&sort=size&limit=500"));

        assertThat(page.get("rings"))
                .isNotEmpty()
                .allSatisfy(ring -> assertThat(ring.get("risk").asDouble()).isGreaterThanOrEqualTo(0.5));
    }

    @Test
    void showsARingItsPictureAndItsEvidence() throws IOException {
        String id = worst();
        JsonNode ring = json(running.get("/v1/rings/" + id));
        JsonNode graph = json(running.get("/v1/rings/" + id + "/graph"));
        JsonNode evidence = json(running.get("/v1/rings/" + id + "/evidence"));

        assertThat(ring.get("members")).hasSize(ring.get("size").asInt());
        assertThat(ring.get("reasons").get(0).get("text").asText()).endsWith(".");
        assertThat(graph.get("edges").size()).isGreaterThan(ring.get("size").asInt() - 1);
        assertThat(graph.get("nodes")).allSatisfy(node -> {
            if (node.get("kind").asText().equals("identifier")) {
                assertThat(node.get("token_prefix").asText()).matches("[0-9a-f]{8}");
            }
        });
        assertThat(evidence.get("links")).isNotEmpty();
    }

    @Test
    void explainsARingInNumbersThatStandInTheAnswer() throws IOException {
        JsonNode ring = json(running.get("/v1/rings/" + worst()));
        JsonNode explanation = ring.get("explanation");

        assertThat(explanation.get("question").asText()).isEqualTo("why_risky");
        assertThat(explanation.get("necessary").asBoolean()).isTrue();
        assertThat(explanation.get("sufficient").asBoolean()).isTrue();
        assertThat(explanation.get("cited")).isNotEmpty().allSatisfy(cited -> {
            assertThat(cited.get("kind").asText()).isIn("shared", "alike", "own");
            assertThat(cited.get("token_prefixes").get(0).asText()).matches("[0-9a-f]{8}");
        });
        assertThat(ring.get("structure").get("roles")).hasSize(ring.get("size").asInt());
        var text = new StringBuilder();
        for (JsonNode sentence : ring.get("narrative").get("sentences")) {
            text.append(text.isEmpty() ? "" : " ").append(sentence.get("text").asText());
            String left = sentence.get("text").asText();
            for (JsonNode fact : sentence.get("facts")) {
                assertThat(left).contains(fact.get("value").asText());
                left = left.replaceFirst(Pattern.quote(fact.get("value").asText()), "");
                assertStands(ring, fact);
            }
            assertThat(left).doesNotContainPattern("[0-9]");
        }
        assertThat(ring.get("narrative").get("text").asText()).isEqualTo(text.toString());
    }

    /** A fact is a number, a share in percent, a date, or the length of a list that stands where it says. */
    private static void assertStands(JsonNode answer, JsonNode fact) {
        JsonNode at = answer.at("/" + fact.get("from").asText().replace('.', '/'));
        String value = fact.get("value").asText();
        assertThat(at.isMissingNode()).as(fact.toString()).isFalse();
        if (at.isArray()) {
            assertThat(value).isEqualTo(Integer.toString(at.size()));
        } else if (value.endsWith(" %")) {
            assertThat(Double.parseDouble(value.replace(" %", ""))).isCloseTo(at.asDouble() * 100, within(0.101));
        } else if (at.isTextual()) {
            assertThat(at.asText()).startsWith(value);
        } else {
            assertThat(Double.parseDouble(value)).isCloseTo(at.asDouble(), within(0.0051));
        }
    }

    @Test
    void showsTheWaysFromAnAccountToItsRing() throws IOException {
        JsonNode ring = json(running.get("/v1/rings/" + worst()));
        String id = ring.get("members").get(0).get("account_id").asText();
        JsonNode paths = json(running.get("/v1/accounts/" + id)).get("paths");

        assertThat(paths.get("to_ring")).hasSizeBetween(1, 3).allSatisfy(path -> {
            JsonNode steps = path.get("steps");
            assertThat(steps.get(0).get("from").asText()).isEqualTo(id);
            assertThat(steps.get(steps.size() - 1).get("to")).isEqualTo(path.get("account_id"));
            assertThat(steps.get(0).get("evidence")).isNotEmpty();
        });
        assertThat(paths.get("to_known_fraud")).isEmpty();
    }

    @Test
    void drawsWhichIdentifiersResembleEachOther() throws IOException {
        List<JsonNode> alike = new ArrayList<>();
        for (JsonNode ring : json(running.get("/v1/rings?limit=500")).get("rings")) {
            JsonNode graph = json(running.get("/v1/rings/" + ring.get("ring_id").asText() + "/graph"));
            List<String> nodes = graph.get("nodes").findValuesAsText("id");
            for (JsonNode edge : graph.get("edges")) {
                assertThat(nodes)
                        .contains(
                                edge.get("account").asText(),
                                edge.get("identifier").asText());
                if (edge.has("resemblance")) {
                    alike.add(edge);
                }
            }
        }
        assertThat(alike).isNotEmpty().allSatisfy(edge -> {
            assertThat(edge.get("account").asText()).startsWith("identifier:");
            assertThat(edge.get("resemblance").get("kind").asText()).isIn("series", "family", "slip", "bits");
            assertThat(edge.get("resemblance").has("bits")).isTrue();
        });
    }

    @Test
    void showsAnAccountByPseudonymsAlone() throws IOException {
        JsonNode ring = json(running.get("/v1/rings/" + worst()));
        String id = ring.get("members").get(0).get("account_id").asText();
        HttpResponse<String> answer = running.get("/v1/accounts/" + id);

        assertThat(json(answer).get("ring").get("ring_id")).isEqualTo(ring.get("ring_id"));
        assertThat(json(answer).get("identifiers")).isNotEmpty();
        for (JsonNode identifier : application(id).get("identifiers")) {
            assertThat(answer.body()).doesNotContain(identifier.get("value").asText());
        }
    }

    @Test
    void givesTheSameAnswerToTheSameQuestion() throws IOException {
        JsonNode ring = json(running.get("/v1/rings/" + worst()));
        String applicant = lookalike("check-twice", ring);
        HttpResponse<String> first = running.post("/v1/checks", "application/json", applicant);
        HttpResponse<String> second = running.post("/v1/checks", "application/json", applicant);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        JsonNode answer = json(first);
        assertThat(answer.get("decision").asText()).isNotEqualTo("allow");
        assertThat(answer.get("ring").get("ring_id")).isEqualTo(ring.get("ring_id"));
        assertThat(answer.get("paths")).isNotEmpty();
    }

    @Test
    void takesInAnApplicationOnceAndSeesItInTheNextCheck() {
        String alone = """
                {"account_id":"%s","created_at":"2025-05-01T10:00:00Z","identifiers":[
                 {"type":"document","value":"passport:FR:ZZ9876543"},{"type":"device","value":"dv-only-here"}]}""";
        HttpResponse<String> before = running.post("/v1/checks", "application/json", alone.formatted("new-2"));
        HttpResponse<String> created = running.post("/v1/applications", "application/json", alone.formatted("new-1"));
        HttpResponse<String> again = running.post("/v1/applications", "application/json", alone.formatted("new-1"));
        HttpResponse<String> after = running.post("/v1/checks", "application/json", alone.formatted("new-2"));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(before.body()).contains("\"paths\":[]");
        assertThat(after.body()).contains("new-1");
        assertThat(running.get("/v1/accounts/new-1").statusCode()).isEqualTo(200);
    }

    @Test
    void answersEveryLineOfABulkBody() {
        HttpResponse<String> answer = running.post("/v1/applications", "application/x-ndjson", """
                {"account_id":"bulk-1","created_at":"2025-05-01T10:00:00Z","identifiers":[{"type":"device","value":"x"}]}
                {"account_id":"bulk-2"

                {"account_id":"bulk-3","created_at":"2025-05-01T10:00:00Z","identifiers":[{"type":"device","value":"x"}]}
                """);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(3);
        assertThat(answer.body().lines().toList().get(1))
                .contains("\"status\":\"rejected\"")
                .contains("\"line\":2");
        assertThat(answer.body().lines().toList().get(2)).contains("bulk-3").contains("created");
    }

    @Test
    void tellsEveryErrorAsAProblem() {
        problem(running.get("/v1/rings/R-NONE"), 404, "NOT_FOUND");
        problem(running.get("/v1/accounts/none"), 404, "NOT_FOUND");
        problem(running.get("/v1/nothing"), 404, "NOT_FOUND");
        problem(running.get("/v1/rings?min_risk=7"), 422, "INVALID_REQUEST");
        problem(running.get("/v1/rings?min_risk=high"), 400, "INVALID_REQUEST");
        problem(running.get("/v1/rings?sort=name"), 422, "INVALID_REQUEST");
        problem(running.get("/v1/rings?limit=0"), 422, "INVALID_REQUEST");
        problem(running.get("/v1/rings?cursor=abc"), 422, "INVALID_REQUEST");
        problem(running.post("/v1/checks", "application/json", "{"), 422, "INVALID_REQUEST");
        problem(running.post("/v1/checks", "application/json", "{}"), 422, "INVALID_REQUEST");
        problem(running.post("/v1/checks", "application/json", ""), -1, "");
        problem(running.post("/v1/checks", "text/plain", "x"), 415, "INVALID_REQUEST");
        problem(running.get("/v1/checks"), 405, "INVALID_REQUEST");
        problem(running.post("/v1/checks", "application/json", " ".repeat(300_000)), 413, "TOO_LARGE");
    }

    @Test
    void everyCheckHasAnIdAndIsRecordedByThePolicyThatDecided() throws IOException {
        long before = running.desk.log().recorded();
        String body = Files.readAllLines(running.applications).getFirst();
        HttpResponse<String> one = running.post("/v1/checks", "application/json", body);
        HttpResponse<String> other = running.post("/v1/checks", "application/json", body);

        assertThat(json(one).get("policy_version").asText()).isEqualTo("default-1");
        assertThat(json(one).get("shadow_decision").isNull()).isTrue();
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(one.headers().firstValue("X-Check-Id")).isPresent();
        assertThat(one.headers().firstValue("X-Check-Id"))
                .isNotEqualTo(other.headers().firstValue("X-Check-Id"));
        await().untilAsserted(() -> assertThat(running.desk.log().recorded()).isGreaterThanOrEqualTo(before + 2));
        assertThat(running.desk.log().dropped()).isZero();
    }

    @Test
    void refusesPagesFromElsewhere() {
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.uri("/v1/rings"))
                .header("Origin", "https://elsewhere.example")
                .build());

        problem(answer, 403, "UNAUTHORISED");
    }

    @Test
    void tellsHealthFactsAndMetrics() throws IOException {
        assertThat(json(running.get("/health")).get("status").asText()).isEqualTo("UP");
        assertThat(running.get("/info").body()).contains("snapshot");
        assertThat(running.get("/prometheus").body())
                .contains("jvm_memory_used_bytes")
                .contains("ringsight_decision_log_dropped_total 0.0");
    }

    @Test
    void describesItself() throws IOException {
        JsonNode description = json(running.get("/swagger/ringsight.json"));

        assertThat(description.get("paths").has("/v1/rings/{id}/graph")).isTrue();
        assertThat(description.get("paths").has("/v1/checks")).isTrue();
        assertThat(running.get("/swagger").body()).contains("Ringsight API");
    }

    @Test
    void servesTheConsoleFromHereAlone() {
        HttpResponse<String> page = running.get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body())
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("<script>");
        assertThat(running.get("/console/cytoscape.min.js").statusCode()).isEqualTo(200);
        problem(running.get("/console/application.yml"), 404, "NOT_FOUND");
        problem(running.get("/console/..%2fapplication.yml"), 404, "NOT_FOUND");
    }

    @Test
    void letsEachRoleDoItsOwn(@TempDir Path folder) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), """
                # who may do what
                ONBOARDING onboarding-key-000
                ANALYST analyst-key-0000000
                """);
        int port = RunningService.freePort();
        try (HttpServer ignored = HttpServer.start("127.0.0.1", port, ApiKeys.read(keys), running.desk)) {
            URI rings = URI.create("http://localhost:" + port + "/v1/rings");

            problem(running.send(HttpRequest.newBuilder(rings).build()), 401, "UNAUTHORISED");
            problem(asking(rings, "wrong-key-wrong-key"), 401, "UNAUTHORISED");
            problem(asking(rings, "onboarding-key-000"), 403, "UNAUTHORISED");
            assertThat(asking(rings, "analyst-key-0000000").statusCode()).isEqualTo(200);
            problem(asking(rings.resolve("/prometheus"), "analyst-key-0000000"), 403, "UNAUTHORISED");
            assertThat(running.send(HttpRequest.newBuilder(rings.resolve("/health"))
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> asking(URI uri, String key) {
        return running.send(HttpRequest.newBuilder(uri).header("X-API-Key", key).build());
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(answer.uri() + " " + answer.body())
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"title\"").contains("\"detail\"").doesNotContain("\tat ");
        if (status > 0) {
            assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isEqualTo(status);
            assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        }
    }

    private static String worst() throws IOException {
        return json(running.get("/v1/rings?limit=1"))
                .get("rings")
                .get(0)
                .get("ring_id")
                .asText();
    }

    /** Somebody new with everything that a member of the ring presents. */
    private static String lookalike(String id, JsonNode ring) throws IOException {
        JsonNode member =
                application(ring.get("members").get(0).get("account_id").asText());
        return JSON.writeValueAsString(
                ((com.fasterxml.jackson.databind.node.ObjectNode) member.deepCopy()).put("account_id", id));
    }

    private static JsonNode application(String id) throws IOException {
        try (var lines = Files.lines(running.applications)) {
            return JSON.readTree(lines.filter(line -> line.contains("\"" + id + "\""))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}

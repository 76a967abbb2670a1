package io.ringsight.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.intake.HostileBodies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What callers should not send. As many tries as {@code jqwik.tries.default} says: the profile {@code fuzz} sets it. */
class HostileIT {
    private final RunningService running = RunningService.get();

    @Property
    void aCheckIsAnsweredOrRefusedAsAProblem(@ForAll("hostile") byte[] body, @ForAll("types") String type) {
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.uri("/v1/checks"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 413, 415, 422);
        if (answer.statusCode() != 200) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        assertThat(answer.body())
                .doesNotContainIgnoringCase(HostileBodies.CANARY)
                .doesNotContain("\tat ");
    }

    @Property(tries = 50)
    void linesThatAreBadSpoilNoOthers(@ForAll("hostile") byte[] body) {
        String bad = new String(body, StandardCharsets.ISO_8859_1).replace('\n', ' ');
        String good = "{\"account_id\":\"hostile-good\",\"created_at\":\"2025-05-01T10:00:00Z\",\"identifiers\":[]}";
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.uri("/v1/applications"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(bad + "\n" + good + "\n", StandardCharsets.ISO_8859_1))
                .build());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines().toList().getLast())
                .contains("hostile-good")
                .doesNotContain("rejected\",\"code");
    }

    @Example
    void aZippedBombIsNotUnpacked() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bomb)) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                zip.write(blanks);
            }
        }
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.uri("/v1/checks"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb.toByteArray()))
                .build());

        assertThat(answer.statusCode()).as(answer.body()).isIn(413, 415, 422);
    }

    @Example
    void whatIsNoHttpIsRefused() throws IOException {
        for (String request : new String[] {
            "POST /v1/checks HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
            "POST /v1/checks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "POST /v1/checks HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n"
        }) {
            try (var socket = new Socket("localhost", running.uri("/").getPort())) {
                socket.setSoTimeout(15_000);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                byte[] first = socket.getInputStream().readNBytes(12);
                assertThat(new String(first, StandardCharsets.ISO_8859_1))
                        .as(request.substring(0, Math.min(20, request.length())))
                        .matches("(HTTP/1\\.[01] 4\\d\\d)?");
            }
        }
        assertThat(running.get("/health").statusCode()).isEqualTo(200);
    }

    @Provide
    Arbitrary<byte[]> hostile() {
        return HostileBodies.any();
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.frequency(
                net.jqwik.api.Tuple.of(12, "application/json"),
                net.jqwik.api.Tuple.of(1, "application/json; charset=utf-16"),
                net.jqwik.api.Tuple.of(1, "application/x-ndjson"),
                net.jqwik.api.Tuple.of(1, "text/plain"),
                net.jqwik.api.Tuple.of(1, "multipart/form-data; boundary=x"),
                net.jqwik.api.Tuple.of(1, "application/x-www-form-urlencoded"));
    }
}

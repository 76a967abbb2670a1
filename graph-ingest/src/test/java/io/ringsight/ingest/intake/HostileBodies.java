package io.ringsight.ingest.intake;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What a caller may send instead of an application: good ones that were damaged, JSON of any shape, bytes. */
public final class HostileBodies {
    /** Stands in every damaged application and must stand in no answer. */
    public static final String CANARY = "canary-4711";

    private static final String GOOD = """
            {"account_id":"hostile","created_at":"2025-05-01T10:00:00Z","name":"Canary-4711 Bird","country":"GB","exposure":10.5,\
            "date_of_birth":"1990-01-01","identifiers":[{"type":"device","value":"canary-4711"},{"type":"biometric","value":"canary-4711"},\
            {"type":"phone","value":"canary-4711","first_seen":"2025-05-01T10:00:00Z"}]}""";
    private static final String[] FIELDS = {
        "account_id",
        "created_at",
        "name",
        "country",
        "exposure",
        "date_of_birth",
        "identifiers",
        "type",
        "value",
        "first_seen",
        "unknown"
    };
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "1e999",
        "9".repeat(200),
        "{}",
        "[]",
        "[[]]",
        "[null]",
        "\"\"",
        "\" \"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\u202e\"",
        "\"0000-00-00T99:99:99Z\"",
        "\"+999999999-01-01T00:00:00Z\"",
        "\"" + "a".repeat(5_000) + "\"",
        "[".repeat(100) + "]".repeat(100),
        "{\"a\":".repeat(100) + "1" + "}".repeat(100),
        "[" + "{\"type\":\"device\",\"value\":\"canary-4711\"},".repeat(999) + "{\"type\":\"ip\",\"value\":\"::1\"}]",
        "[{\"type\":\"nothing\",\"value\":\"canary-4711\"}]",
        "[{\"type\":\"biometric\",\"value\":\"" + "f".repeat(64) + "\"}]"
    };

    private HostileBodies() {}

    /** Any of them. */
    public static Arbitrary<byte[]> any() {
        return Arbitraries.oneOf(replaced(), damaged(), bytes());
    }

    /** One field has another value, or stands there once more. */
    private static Arbitrary<byte[]> replaced() {
        return Combinators.combine(Arbitraries.of(FIELDS), Arbitraries.of(VALUES), Arbitraries.of(true, false))
                .as((field, value, twice) -> {
                    String with = "\"" + field + "\":" + value;
                    String body = twice
                            ? "{" + with + "," + GOOD.substring(1)
                            : GOOD.replaceFirst(
                                    "\"" + field + "\":(\"[^\"]*\"|[0-9.]+|\\[.*\\])",
                                    java.util.regex.Matcher.quoteReplacement(with));
                    return body.getBytes(StandardCharsets.UTF_8);
                });
    }

    /** Some bytes are others, and the end may be missing. */
    private static Arbitrary<byte[]> damaged() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        Arbitrary<Integer> places = Arbitraries.integers().between(0, good.length - 1);
        return Combinators.combine(
                        places.list().ofMaxSize(6),
                        Arbitraries.bytes().list().ofSize(6),
                        Arbitraries.integers().between(0, good.length))
                .as((where, what, end) -> {
                    byte[] body = good.clone();
                    for (int i = 0; i < where.size(); i++) {
                        body[where.get(i)] = what.get(i);
                    }
                    return java.util.Arrays.copyOf(body, end % 3 == 0 ? end : body.length);
                });
    }

    private static Arbitrary<byte[]> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    }
}

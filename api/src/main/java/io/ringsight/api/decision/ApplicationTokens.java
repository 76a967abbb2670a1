package io.ringsight.api.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.Quality;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A tokenised application as JSON and back, without its sealed values. Signatures and tokens are hex. */
final class ApplicationTokens {
    private static final HexFormat HEX = HexFormat.of();

    private ApplicationTokens() {}

    static Map<String, Object> of(TokenisedApplication application) {
        AccountRecord account = application.account();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("account_id", account.accountId());
        json.put("created_at", account.createdAt());
        json.put("recorded_at", account.recordedAt());
        json.put("given_name", account.givenName().map(ApplicationTokens::of).orElse(null));
        json.put("surname", account.surname().map(ApplicationTokens::of).orElse(null));
        json.put("birth_date", account.birthDate().map(ApplicationTokens::of).orElse(null));
        json.put("country", account.country().orElse(null));
        json.put("exposure", account.exposure().isPresent() ? account.exposure().getAsDouble() : null);
        json.put("content", account.content().hex());
        json.put(
                "sightings",
                application.sightings().stream().map(ApplicationTokens::of).toList());
        return json;
    }

    private static Map<String, Object> of(AttributeValue value) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("token", value.token().hex());
        json.put("signature", hex(value.signature()));
        return json;
    }

    private static Map<String, Object> of(SightingRecord sighting) {
        IdentifierRecord identifier = sighting.identifier();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", identifier.type());
        json.put("token", identifier.token().hex());
        json.put("quality", identifier.quality().word());
        json.put("placeholder", identifier.placeholder());
        json.put("signature", hex(identifier.signature()));
        json.put(
                "blocking_keys",
                Arrays.stream(identifier.blockingKeys().array()).boxed().toList());
        json.put("seen_at", sighting.seenAt());
        json.put("recorded_at", sighting.recordedAt());
        return json;
    }

    private static @Nullable String hex(Optional<Bytes> bytes) {
        return bytes.map(Bytes::array).map(HEX::formatHex).orElse(null);
    }

    /** @throws IllegalArgumentException when it is none */
    static TokenisedApplication read(JsonNode json) {
        String accountId = json.required("account_id").textValue();
        var account = new AccountRecord(
                accountId,
                json.required("created_at").longValue(),
                json.required("recorded_at").longValue(),
                value(json.path("given_name")),
                value(json.path("surname")),
                value(json.path("birth_date")),
                Optional.ofNullable(json.path("country").textValue()),
                json.path("exposure").isNumber()
                        ? OptionalDouble.of(json.path("exposure").doubleValue())
                        : OptionalDouble.empty(),
                token(json, "content"),
                Optional.empty());
        List<SightingRecord> sightings = new ArrayList<>();
        for (JsonNode one : json.required("sightings")) {
            sightings.add(new SightingRecord(
                    accountId,
                    identifier(one),
                    one.required("seen_at").longValue(),
                    one.required("recorded_at").longValue()));
        }
        return new TokenisedApplication(account, sightings);
    }

    private static IdentifierRecord identifier(JsonNode json) {
        List<Long> keys = new ArrayList<>();
        json.required("blocking_keys").forEach(key -> keys.add(key.longValue()));
        return new IdentifierRecord(
                json.required("type").textValue(),
                token(json, "token"),
                Quality.valueOf(json.required("quality").textValue().toUpperCase(Locale.ROOT)),
                json.required("placeholder").booleanValue(),
                bytes(json.path("signature")),
                new BlockingKeys(keys.stream().mapToLong(Long::longValue).toArray()),
                Optional.empty());
    }

    private static Optional<AttributeValue> value(JsonNode json) {
        return json.isObject()
                ? Optional.of(new AttributeValue(token(json, "token"), bytes(json.path("signature"))))
                : Optional.empty();
    }

    private static Token token(JsonNode json, String name) {
        return Token.fromHex(json.required(name).textValue());
    }

    private static Optional<Bytes> bytes(JsonNode json) {
        return Optional.ofNullable(json.textValue()).map(HEX::parseHex).map(Bytes::new);
    }
}

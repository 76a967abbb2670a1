package io.ringsight.ingest.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A draft's lines in the contract's file formats, each with its line feed. */
final class DraftText {
    static final String TRUTH_HEADER = "account_id,label,ring_id,pattern,reachable_group,person_id\n";
    static final String LABELS_HEADER = "account_id,label,labelled_at\n";
    private static final JsonFactory JSON = new JsonFactory();

    private DraftText() {}

    static byte[] application(Draft draft) throws IOException {
        var bytes = new ByteArrayOutputStream(1_500);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("account_id", draft.id);
            json.writeStringField("created_at", time(draft.createdAt));
            json.writeStringField("name", draft.name);
            json.writeStringField("date_of_birth", draft.birthDate);
            json.writeStringField("country", draft.person.country());
            json.writeNumberField("exposure", Math.round(draft.exposure * 100) / 100.0);
            json.writeArrayFieldStart("identifiers");
            for (Item item : draft.items) {
                identifier(json, item);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void identifier(JsonGenerator json, Item item) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", item.type);
        json.writeStringField("value", item.written);
        if (item.firstSeen > 0) {
            json.writeStringField("first_seen", time(item.firstSeen));
        }
        if (item.lastSeen > 0) {
            json.writeStringField("last_seen", time(item.lastSeen));
        }
        json.writeEndObject();
    }

    static byte[] truth(Draft draft) {
        return "%s,%s,%s,%s,%s,%s\n"
                .formatted(draft.id, label(draft), draft.ring, draft.pattern, draft.reachableGroup, draft.personId())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Empty when nobody ever said what the account is. */
    static byte[] labelled(Draft draft) {
        return draft.labelledAt == 0
                ? new byte[0]
                : "%s,%s,%s\n"
                        .formatted(draft.id, label(draft), time(draft.labelledAt))
                        .getBytes(StandardCharsets.UTF_8);
    }

    private static String label(Draft draft) {
        return draft.fraud ? "fraud" : "legit";
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

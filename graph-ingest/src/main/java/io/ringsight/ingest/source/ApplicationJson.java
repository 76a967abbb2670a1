package io.ringsight.ingest.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.ringsight.ingest.source.Rejection.Scope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One application as a JSON object in UTF-8: {@link #parse} for a whole text, strict about encoding, nesting, repeated keys
 * and anything after the object; keys that are not in the contract are skipped. Thread-safe.
 */
public final class ApplicationJson {
    /** How deep objects and arrays may stand in each other; the contract needs three levels. */
    static final int DEEPEST = 64;

    private static final Set<String> STRINGS = Set.of("account_id", "created_at", "name", "date_of_birth", "country");
    private static final Set<String> IDENTIFIER_STRINGS = Set.of("type", "value", "first_seen", "last_seen");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(100)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private ApplicationJson() {}

    /** The application, or empty when the record cannot be used; what was left out goes to {@code rejections}. */
    public static Optional<Application> parse(
            byte[] json, int from, int to, Origin origin, List<Rejection> rejections) {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json, from, to - from));
        } catch (CharacterCodingException _) {
            rejections.add(new Rejection(Scope.RECORD, Optional.empty(), origin, "is not valid UTF-8"));
            return Optional.empty();
        }
        var draft = new ApplicationDraft(origin);
        try (JsonParser parser = JSON.createParser(text.array(), text.arrayOffset(), text.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                rejections.add(new Rejection(Scope.RECORD, Optional.empty(), origin, "is not a JSON object"));
                return Optional.empty();
            }
            object(parser, draft, origin);
            if (parser.nextToken() != null) {
                rejections.add(
                        new Rejection(Scope.RECORD, Optional.empty(), origin, "has something after the JSON object"));
                return Optional.empty();
            }
        } catch (com.fasterxml.jackson.core.exc.StreamConstraintsException _) {
            String reason = "is nested deeper than " + DEEPEST + " levels or holds an absurdly long number or string";
            rejections.add(new Rejection(Scope.RECORD, Optional.empty(), origin, reason));
            return Optional.empty();
        } catch (JacksonException e) {
            // Its message quotes the text: only the place is told.
            var place = e.getLocation();
            String reason = "is not valid JSON" + (place == null ? "" : " from column " + place.getColumnNr());
            rejections.add(new Rejection(Scope.RECORD, Optional.empty(), origin, reason));
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("An array cannot fail to be read.", e);
        }
        return draft.finish(rejections);
    }

    private static void object(JsonParser parser, ApplicationDraft draft, Origin origin) throws IOException {
        var seen = new HashSet<String>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean known = STRINGS.contains(field) || field.equals("exposure") || field.equals("identifiers");
            if (known && !seen.add(field)) {
                draft.leaveOut(Scope.RECORD, origin.at(field), "stands there twice");
                parser.skipChildren();
            } else if (!known || value == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else if (field.equals("identifiers")) {
                identifiers(parser, draft, origin);
            } else if (value == JsonToken.VALUE_STRING || field.equals("exposure") && value.isNumeric()) {
                draft.set(field, parser.getText());
            } else {
                parser.skipChildren();
                boolean required = field.equals("account_id") || field.equals("created_at");
                draft.leaveOut(
                        required ? Scope.RECORD : Scope.FIELD,
                        origin.at(field),
                        field.equals("exposure") ? "must be a number" : "must be a string");
            }
        }
    }

    private static void identifiers(JsonParser parser, ApplicationDraft draft, Origin origin) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            draft.leaveOut(Scope.RECORD, origin.at("identifiers"), "must be an array");
            return;
        }
        draft.identifiersGiven();
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Origin where = origin.at("identifiers[" + index++ + "]");
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                identifier(parser, draft, where);
            } else {
                parser.skipChildren();
                draft.leaveOut(Scope.IDENTIFIER, where, "must be an object");
            }
        }
    }

    private static void identifier(JsonParser parser, ApplicationDraft draft, Origin place) throws IOException {
        List<Runnable> objections = new ArrayList<>();
        Origin origin = place;
        var identifier = new IdentifierDraft(origin);
        var seen = new HashSet<String>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean known = IDENTIFIER_STRINGS.contains(field);
            if (known && !seen.add(field)) {
                objections.add(() -> draft.leaveOut(Scope.IDENTIFIER, origin.at(field), "stands there twice"));
                parser.skipChildren();
            } else if (!known || value == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else if (value == JsonToken.VALUE_STRING) {
                identifier.set(field, parser.getText());
            } else {
                objections.add(() -> draft.leaveOut(Scope.IDENTIFIER, origin.at(field), "must be a string"));
                parser.skipChildren();
            }
        }
        if (objections.isEmpty()) {
            identifier.finish(draft::leaveOut).ifPresent(draft::add);
        } else {
            objections.getFirst().run();
        }
    }
}

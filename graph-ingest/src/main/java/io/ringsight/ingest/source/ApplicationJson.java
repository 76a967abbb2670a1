package io.ringsight.ingest.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.ringsight.ingest.source.Rejection.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    public static Optional<Application> parse(byte[] json, Origin origin, List<Rejection> rejections) {
        return parse(json, 0, json.length, origin, Optional.empty(), rejections);
    }

    /** @param identifiersFile the file whose row each identifier names in its first key, {@code row} */
    static Optional<Application> parse(
            byte[] json,
            int from,
            int to,
            Origin origin,
            Optional<String> identifiersFile,
            List<Rejection> rejections) {
        var draft = new ApplicationDraft(origin);
        boolean read =
                read(json, from, to, origin, rejections, parser -> object(parser, draft, origin, identifiersFile));
        return read ? draft.finish(rejections) : Optional.empty();
    }

    /** An account_id with identifiers that it presented later; all other keys are skipped. */
    public static Optional<LateSightings> parseSightings(byte[] json, Origin origin, List<Rejection> rejections) {
        var draft = new ApplicationDraft(origin);
        boolean read = read(
                json, 0, json.length, origin, rejections, parser -> object(parser, draft, origin, Optional.empty()));
        return read ? draft.finishLate(rejections) : Optional.empty();
    }

    /** An identifier with the account_id of an account that came before. */
    static Optional<LateIdentifier> parseLate(byte[] json, Origin origin, List<Rejection> rejections) {
        var draft = new LateDraft(origin);
        boolean read = read(json, 0, json.length, origin, rejections, parser -> {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    draft.set(field, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        });
        return read ? draft.finish(rejections) : Optional.empty();
    }

    private interface Body {
        void read(JsonParser parser) throws IOException;
    }

    /** Whether the text is one JSON object from its first to its last character; if not, why goes to {@code rejections}. */
    private static boolean read(byte[] json, int from, int to, Origin origin, List<Rejection> rejections, Body body) {
        String reason;
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json, from, to - from));
            try (JsonParser parser = JSON.createParser(text.array(), text.arrayOffset(), text.length())) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    reason = "is not a JSON object";
                } else {
                    body.read(parser);
                    if (parser.nextToken() == null) {
                        return true;
                    }
                    reason = "has something after the JSON object";
                }
            }
        } catch (CharacterCodingException _) {
            reason = "is not valid UTF-8";
        } catch (StreamConstraintsException _) {
            reason = "is nested deeper than " + DEEPEST + " levels or holds an absurdly long number or string";
        } catch (JacksonException e) {
            // Its message quotes the text: only the place is told.
            var place = e.getLocation();
            reason = "is not valid JSON" + (place == null ? "" : " from column " + place.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException("An array cannot fail to be read.", e);
        }
        rejections.add(new Rejection(Scope.RECORD, Optional.empty(), origin, reason));
        return false;
    }

    private static void object(
            JsonParser parser, ApplicationDraft draft, Origin origin, Optional<String> identifiersFile)
            throws IOException {
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
                identifiers(parser, draft, origin, identifiersFile);
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

    private static void identifiers(
            JsonParser parser, ApplicationDraft draft, Origin origin, Optional<String> identifiersFile)
            throws IOException {
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
                identifier(parser, draft, identifiersFile.isEmpty() ? where : numbered(parser, identifiersFile.get()));
            } else {
                parser.skipChildren();
                draft.leaveOut(Scope.IDENTIFIER, where, "must be an object");
            }
        }
    }

    /** Reads the first key of an identifier, its row. */
    private static Origin numbered(JsonParser parser, String file) throws IOException {
        parser.nextToken();
        parser.nextToken();
        return new Origin(file, parser.getLongValue());
    }

    private static void identifier(JsonParser parser, ApplicationDraft draft, Origin origin) throws IOException {
        List<Runnable> objections = new ArrayList<>();
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

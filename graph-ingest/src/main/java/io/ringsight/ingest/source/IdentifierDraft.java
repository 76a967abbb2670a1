package io.ringsight.ingest.source;

import io.ringsight.ingest.source.Rejection.Scope;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Decides what of one identifier's raw fields can be used. A time that cannot be read costs itself alone. */
final class IdentifierDraft {
    private static final int LONGEST_VALUE = 4096;

    private final Origin origin;
    private @Nullable String type;
    private @Nullable String value;
    private @Nullable String firstSeen;
    private @Nullable String lastSeen;

    /** Told what is left out. */
    interface Objections {
        void leaveOut(Scope scope, Origin where, String reason);
    }

    IdentifierDraft(Origin origin) {
        this.origin = origin;
    }

    void set(String field, String text) {
        switch (field) {
            case "type" -> type = text;
            case "value" -> value = text;
            case "first_seen" -> firstSeen = text;
            case "last_seen" -> lastSeen = text;
            default -> {}
        }
    }

    Optional<PresentedIdentifier> finish(Objections objections) {
        if (type == null || type.isBlank()) {
            objections.leaveOut(Scope.IDENTIFIER, origin.at("type"), "is missing");
            return Optional.empty();
        }
        if (value == null || value.isBlank()) {
            objections.leaveOut(Scope.IDENTIFIER, origin.at("value"), "is missing");
            return Optional.empty();
        }
        if (value.length() > LONGEST_VALUE) {
            objections.leaveOut(
                    Scope.IDENTIFIER, origin.at("value"), "is longer than " + LONGEST_VALUE + " characters");
            return Optional.empty();
        }
        OptionalLong first = time("first_seen", firstSeen, objections);
        OptionalLong last = time("last_seen", lastSeen, objections);
        if (first.isPresent() && last.isPresent() && last.getAsLong() < first.getAsLong()) {
            objections.leaveOut(Scope.FIELD, origin.at("last_seen"), "is before first_seen");
            last = OptionalLong.empty();
        }
        return Optional.of(new PresentedIdentifier(type.strip(), value, first, last, origin));
    }

    private OptionalLong time(String field, @Nullable String text, Objections objections) {
        if (text == null || text.isBlank()) {
            return OptionalLong.empty();
        }
        OptionalLong time = Times.milliseconds(text);
        if (time.isEmpty()) {
            objections.leaveOut(Scope.FIELD, origin.at(field), "is not an ISO 8601 time");
        }
        return time;
    }
}

package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.IdentifierType;
import java.util.Map;
import java.util.Objects;

/** The assumptions for the built-in types and for configured ones by kind: those of {@code type-priors.table}. */
final class TypePriors {
    private static final Map<String, TypePrior> ASSUMED = TypePriorTable.read();

    private TypePriors() {}

    static TypePrior of(IdentifierType type) {
        TypePrior known = ASSUMED.get(type.name());
        return known != null ? known : Objects.requireNonNull(ASSUMED.get(ofKind(type)));
    }

    private static String ofKind(IdentifierType type) {
        return switch (type.kind()) {
            case EXACT, BITS -> "of_exact";
            case SERIAL -> "of_serial";
            case TEXT -> "of_text";
        };
    }
}

package io.ringsight.cypher;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The types that a statement's header may declare for its parameters, named as in Cypher. */
public enum ParameterType {
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    BYTES,
    LIST,
    MAP;

    /** Reads the word of a header: lower or upper case. */
    static ParameterType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean accepts(Object value) {
        return switch (this) {
            case STRING -> value instanceof String;
            case INTEGER -> value instanceof Long || value instanceof Integer;
            case FLOAT -> value instanceof Double || value instanceof Float;
            case BOOLEAN -> value instanceof Boolean;
            case BYTES -> value instanceof byte[];
            case LIST -> value instanceof List;
            case MAP -> value instanceof Map;
        };
    }

    /** A value of this type for a plan that is never run. */
    Object example() {
        return switch (this) {
            case STRING -> "";
            case INTEGER -> 1L;
            case FLOAT -> 1.0;
            case BOOLEAN -> true;
            case BYTES -> new byte[0];
            case LIST -> List.of();
            case MAP -> Map.of();
        };
    }
}

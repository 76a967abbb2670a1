package io.ringsight.ingest.record;

/**
 * A type of identifier, for example {@code device}.
 *
 * @param name the word used in files, Cypher, JSON and the console: lower case, digits and underscores
 * @param kind how its values are compared
 */
public record IdentifierType(String name, IdentifierKind kind) {
    public IdentifierType {
        if (!name.matches("[a-z][a-z0-9_]{0,31}")) {
            throw new IllegalArgumentException(
                    "Identifier type '" + name + "' must be 1 to 32 lower-case letters, digits or underscores.");
        }
    }
}

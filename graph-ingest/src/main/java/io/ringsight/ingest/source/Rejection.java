package io.ringsight.ingest.source;

import java.util.Optional;

/**
 * Something that was left out, and why. Never holds the value itself.
 *
 * @param scope how much was left out
 * @param accountId whose it was, when that is known
 * @param origin file, line and field
 * @param reason in words
 */
public record Rejection(Scope scope, Optional<String> accountId, Origin origin, String reason) {
    /** How much a rejection leaves out. */
    public enum Scope {
        /** The whole account, or the whole row. */
        RECORD,
        /** One identifier of an account that is kept. */
        IDENTIFIER,
        /** One optional field of a record or identifier that is kept. */
        FIELD
    }
}

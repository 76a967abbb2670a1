package io.ringsight.ingest.record;

import java.util.Optional;

/**
 * What an account says of one {@link AccountAttribute}.
 *
 * @param token keyed pseudonym: equal values, equal tokens
 * @param signature bits, permuted and masked under a key: near values differ in few; empty where it was never made
 */
public record AttributeValue(Token token, Optional<Bytes> signature) {
    /** A value of which only the token is known. */
    public AttributeValue(Token token) {
        this(token, Optional.empty());
    }
}

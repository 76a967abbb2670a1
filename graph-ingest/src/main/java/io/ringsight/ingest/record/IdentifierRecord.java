package io.ringsight.ingest.record;

import java.util.Optional;

/**
 * One identifier as the graph keeps it.
 *
 * @param type name of its identifier type
 * @param token its keyed pseudonym
 * @param quality whether its value passed the checks of its type
 * @param placeholder whether its value is what forms are filled with when there is nothing to fill in
 * @param signature bits, permuted and masked under a key (distances are kept): near values differ in few; empty for types
 *     without near matches and for values that have nothing to compare
 * @param blockingKeys what values near it share; none for most types
 * @param sealedValue the normalised value, encrypted for the vault; empty when the vault is off
 */
public record IdentifierRecord(
        String type,
        Token token,
        Quality quality,
        boolean placeholder,
        Optional<Bytes> signature,
        BlockingKeys blockingKeys,
        Optional<Bytes> sealedValue) {

    /** An identifier that is no placeholder and shares no blocking key. */
    public IdentifierRecord(
            String type, Token token, Quality quality, Optional<Bytes> signature, Optional<Bytes> sealedValue) {
        this(type, token, quality, false, signature, BlockingKeys.NONE, sealedValue);
    }
}

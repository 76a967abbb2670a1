package io.ringsight.ingest.record;

import java.util.Optional;

/**
 * One identifier as the graph keeps it.
 *
 * @param type name of its identifier type
 * @param token its keyed pseudonym
 * @param quality whether its value passed the checks of its type
 * @param signature for {@link IdentifierKind#BITS} the bit hash, permuted and masked under a key (distances are kept)
 * @param sealedValue the normalised value, encrypted for the vault; empty when the vault is off
 */
public record IdentifierRecord(
        String type, Token token, Quality quality, Optional<Bytes> signature, Optional<Bytes> sealedValue) {}

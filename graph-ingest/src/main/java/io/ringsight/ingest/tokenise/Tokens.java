package io.ringsight.ingest.tokenise;

import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns normal forms into tokens: equal tokens exactly when the key set, its version and the normal form are equal.
 * Thread-safe.
 */
public final class Tokens {
    private static final int TOKEN_BYTES = 16;

    private final KeySets keys;
    private final Map<String, BitScrambler> scramblers = new HashMap<>();

    public Tokens(IdentifierTypes types, KeySets keys) {
        this.keys = keys;
        for (IdentifierType type : types.all()) {
            if (type.kind() == IdentifierKind.BITS) {
                scramblers.put(type.name(), new BitScrambler(keys.hash(type.name()), type.bits()));
            }
        }
    }

    /** The token of a normal form under the key set of that name: an identifier type or a field of {@link KeySets}. */
    public Token token(String keySet, String normalForm) {
        return Token.fromBytes(keys.hash(keySet).of(normalForm.getBytes(StandardCharsets.UTF_8), TOKEN_BYTES));
    }

    /** The bits of a hash in an order and under a mask that only the key knows: Hamming distances are kept. */
    public Bytes signature(IdentifierType type, byte[] bits) {
        BitScrambler scrambler = scramblers.get(type.name());
        if (scrambler == null) {
            throw new IllegalArgumentException("Identifier type " + type.name() + " has no bits.");
        }
        return new Bytes(scrambler.scramble(bits));
    }
}

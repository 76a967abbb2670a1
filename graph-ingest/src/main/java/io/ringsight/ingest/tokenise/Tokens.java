package io.ringsight.ingest.tokenise;

import io.ringsight.ingest.normalise.BlockingText;
import io.ringsight.ingest.normalise.Grams;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns normal forms into tokens: equal tokens exactly when the key set, its version and the normal form are equal. And what
 * near values have in common into signatures and blocking keys.
 * Thread-safe.
 */
public final class Tokens {
    private static final int TOKEN_BYTES = 16;

    private static final int BLOCKING_MARK = 1;

    private final KeySets keys;
    private final Map<String, BitScrambler> scramblers = new HashMap<>();

    public Tokens(IdentifierTypes types, KeySets keys) {
        this.keys = keys;
        for (IdentifierType type : types.all()) {
            if (type.signatureBits() > 0) {
                scrambler(type.name(), type.signatureBits());
            }
        }
        for (String field : List.of(KeySets.GIVEN_NAME, KeySets.SURNAME, KeySets.BIRTH_DATE)) {
            scrambler(field, AccountAttribute.SIGNATURE_BITS);
        }
    }

    private void scrambler(String keySet, int bits) {
        scramblers.put(keySet, new BitScrambler(keys.hash(keySet), bits));
    }

    /** The token of a normal form under the key set of that name: an identifier type or a field of {@link KeySets}. */
    public Token token(String keySet, String normalForm) {
        return Token.fromBytes(keys.hash(keySet).of(normalForm.getBytes(StandardCharsets.UTF_8), TOKEN_BYTES));
    }

    /** The bits of a hash in an order and under a mask that only the key knows: Hamming distances are kept. */
    public Bytes signature(IdentifierType type, byte[] bits) {
        return new Bytes(scrambler(type.name()).scramble(bits));
    }

    /**
     * Features as bits in an order and under a mask that only the key knows: Hamming distances do not depend on the key. Empty
     * when there are no features.
     *
     * @param keySet an identifier type with signatures, or a field of {@link KeySets}
     */
    public Optional<Bytes> signature(String keySet, Grams grams) {
        if (grams.isEmpty()) {
            return Optional.empty();
        }
        BitScrambler scrambler = scrambler(keySet);
        return Optional.of(new Bytes(scrambler.scramble(GramBits.of(grams, scrambler.bits()))));
    }

    /** The first 60 bits of the keyed hashes of what near values share, and its kind; in the order given. */
    public BlockingKeys blockingKeys(String keySet, List<BlockingText> texts) {
        if (texts.isEmpty()) {
            return BlockingKeys.NONE;
        }
        KeyedHash hash = keys.hash(keySet);
        long[] found = new long[texts.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = key(hash, texts.get(i));
        }
        return new BlockingKeys(found);
    }

    private static long key(KeyedHash hash, BlockingText blocking) {
        byte[] text = blocking.text().getBytes(StandardCharsets.UTF_8);
        // No normal form starts with a zero byte, and a bit order goes on otherwise: nothing else shares this input.
        ByteBuffer input = ByteBuffer.allocate(text.length + 3);
        input.put((byte) 0)
                .put((byte) BLOCKING_MARK)
                .put((byte) blocking.kind().ordinal())
                .put(text);
        return blocking.kind()
                .key(ByteBuffer.wrap(hash.of(input.array(), Long.BYTES)).getLong());
    }

    private BitScrambler scrambler(String keySet) {
        BitScrambler scrambler = scramblers.get(keySet);
        if (scrambler == null) {
            throw new IllegalArgumentException("Values of " + keySet + " have no signatures.");
        }
        return scrambler;
    }
}

package io.ringsight.ingest.vault;

import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.tokenise.KeySets;
import java.util.Optional;

/**
 * Seals normal forms under AES-256-GCM; type and token are bound in, so a sealed value opens only where it was put.
 * Thread-safe.
 */
public final class Vault {
    private Vault() {}

    /** Keeps nothing. */
    public static Vault off() {
        return new Vault();
    }

    /** Seals under the vault key of an installation. */
    public static Vault on(KeySets keys) {
        return new Vault();
    }

    public boolean isOn() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The value encrypted, or empty when the vault is off. */
    public Optional<Bytes> seal(String type, Token token, String value) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * The value that {@link #seal} took.
     *
     * @throws io.ringsight.ingest.error.RingsightException KEYS when it was sealed under another key, or for another token
     */
    public String open(String type, Token token, Bytes sealedValue) {
        throw new UnsupportedOperationException("not yet");
    }
}

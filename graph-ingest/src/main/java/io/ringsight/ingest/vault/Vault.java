package io.ringsight.ingest.vault;

import com.google.crypto.tink.Aead;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.tokenise.KeySets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Seals normal forms under AES-256-GCM; type and token are bound in, so a sealed value opens only where it was put.
 * Thread-safe.
 */
public final class Vault {
    private final Optional<Aead> aead;

    private Vault(Optional<Aead> aead) {
        this.aead = aead;
    }

    /** Keeps nothing. */
    public static Vault off() {
        return new Vault(Optional.empty());
    }

    /** Seals under the vault key of an installation. */
    public static Vault on(KeySets keys) {
        return new Vault(Optional.of(keys.vault()));
    }

    public boolean isOn() {
        return aead.isPresent();
    }

    /** The value encrypted, or empty when the vault is off. */
    public Optional<Bytes> seal(String type, Token token, String value) {
        return aead.map(cipher -> {
            try {
                return new Bytes(cipher.encrypt(value.getBytes(StandardCharsets.UTF_8), place(type, token)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM refused its input.", e);
            }
        });
    }

    /**
     * The value that {@link #seal} took.
     *
     * @throws RingsightException KEYS when the vault is off, when it was sealed under another key, or for another token
     */
    public String open(String type, Token token, Bytes sealedValue) {
        Aead cipher = aead.orElseThrow(() -> new RingsightException(
                ErrorCode.KEYS, "The vault is off.", "Maybe set vault: on in the configuration."));
        try {
            return new String(cipher.decrypt(sealedValue.array(), place(type, token)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new RingsightException(
                    ErrorCode.KEYS,
                    "The sealed value of " + type + " " + token + " does not open.",
                    "Maybe it was sealed by another installation, or the keys it was sealed with are retired.",
                    e);
        }
    }

    private static byte[] place(String type, Token token) {
        return (type + ":" + token.hex()).getBytes(StandardCharsets.UTF_8);
    }
}

package io.ringsight.ingest.tokenise;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;

/** HMAC-SHA-256 under the primary key of one key set. Thread-safe. */
final class KeyedHash {
    /** The longest output: that of SHA-256. */
    static final int LONGEST = 32;

    private final Prf primary;

    KeyedHash(KeysetHandle keys) throws GeneralSecurityException {
        PrfSet all = keys.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        Prf found = all.getPrfs().get(all.getPrimaryId());
        if (found == null) {
            throw new GeneralSecurityException("The key set has no primary key.");
        }
        primary = found;
    }

    /** The first {@code length} bytes, at most {@link #LONGEST}. */
    byte[] of(byte[] input, int length) {
        try {
            return primary.compute(input, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 refused its input.", e);
        }
    }
}

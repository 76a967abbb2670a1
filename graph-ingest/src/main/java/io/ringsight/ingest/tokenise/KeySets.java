package io.ringsight.ingest.tokenise;

import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.file.Path;

/**
 * The secret keys of an installation: one HMAC key set per identifier type and per account field, and one for the vault.
 * Immutable and thread-safe.
 */
public final class KeySets {
    private KeySets() {}

    /** The key sets in that folder; made on first use, owner-only. Types that are new get a key set of their own. */
    public static KeySets openOrCreate(Path folder, IdentifierTypes types) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The key sets in that folder, which must be there. */
    public static KeySets open(Path folder, IdentifierTypes types) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Key sets that are never written down: for runs that leave no store behind. */
    public static KeySets ephemeral(IdentifierTypes types) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Tells installations apart: 32 hex digits, the same after rotation, safe to store and to show. */
    public String fingerprint() {
        throw new UnsupportedOperationException("not yet");
    }

    /** How often the keys were rotated, from 1: the {@code key_version} of every token made now. */
    public int version() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The same key sets with a new primary key each, written down; tokens made before are of an older version. */
    public KeySets rotate() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The same key sets without the keys of older versions, written down: call it when no old token is left. */
    public KeySets retireOlder() {
        throw new UnsupportedOperationException("not yet");
    }
}

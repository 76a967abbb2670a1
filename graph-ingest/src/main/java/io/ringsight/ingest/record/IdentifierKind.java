package io.ringsight.ingest.record;

import java.util.Locale;

/** How values of an identifier type are compared. */
public enum IdentifierKind {
    /** Equal or not. */
    EXACT,
    /** Free text: folded before it is compared; near matches exist. */
    TEXT,
    /** A locality-sensitive bit hash in hex: near matches are few differing bits. */
    BITS,
    /** Numbers issued in sequence: neighbours exist. */
    SERIAL;

    /** The word that configuration files use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

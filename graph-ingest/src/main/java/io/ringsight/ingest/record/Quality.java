package io.ringsight.ingest.record;

import java.util.Locale;

/** Whether a value passed the checks of its type. */
public enum Quality {
    VERIFIED,
    /** Implausible (bad check digit, impossible phone): kept as exact text and counted. */
    UNVERIFIED;

    /** The word that Cypher and JSON use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.ringsight.ingest.source;

import java.util.OptionalLong;

/**
 * One identifier as an applicant presented it, raw.
 *
 * @param type name of its identifier type, as given
 * @param value as given
 * @param firstSeen milliseconds since 1970 UTC
 * @param lastSeen milliseconds since 1970 UTC
 * @param origin where it was read
 */
public record PresentedIdentifier(
        String type, String value, OptionalLong firstSeen, OptionalLong lastSeen, Origin origin) {

    /** An identifier without times of its own, made in memory. */
    public PresentedIdentifier(String type, String value) {
        this(type, value, OptionalLong.empty(), OptionalLong.empty(), new Origin("", 0));
    }

    /** Never shows the value. */
    @Override
    public String toString() {
        return "PresentedIdentifier[" + type + " at " + origin + "]";
    }
}

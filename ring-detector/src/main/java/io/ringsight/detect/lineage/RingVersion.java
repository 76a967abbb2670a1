package io.ringsight.detect.lineage;

import java.util.List;

/**
 * A ring as it stood from a moment on, until its next version.
 *
 * @param version 1 at its birth
 * @param since when it was published, milliseconds since 1970 UTC
 * @param members account ids by code point; none when the ring is no more
 */
public record RingVersion(String ringId, int version, long since, List<String> members) {
    public RingVersion {
        members = List.copyOf(members);
    }

    /** Whether the ring is no more: merged into another, or dissolved. */
    public boolean ended() {
        return members.isEmpty();
    }
}

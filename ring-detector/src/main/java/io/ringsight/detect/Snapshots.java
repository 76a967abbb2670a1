package io.ringsight.detect;

import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Instant;

/** Names snapshots for people and logs. */
public final class Snapshots {
    private Snapshots() {}

    /** Newest time and counts: {@code 2026-03-01T10:22:31Z/24650a/73950s}. */
    public static String name(IdentityGraph graph) {
        return name(graph.newestTime(), graph.accountCount(), graph.sightingCount());
    }

    /** @param newestTime milliseconds since 1970 UTC */
    public static String name(long newestTime, long accounts, long sightings) {
        return accounts == 0 ? "empty" : Instant.ofEpochMilli(newestTime) + "/" + accounts + "a/" + sightings + "s";
    }
}

package io.ringsight.detect;

import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Instant;

/** Names snapshots for people and logs. */
public final class Snapshots {
    private Snapshots() {}

    /** Newest time and counts: {@code 2026-03-01T10:22:31Z/24650a/73950s}. */
    public static String name(IdentityGraph graph) {
        if (graph.accountCount() == 0) {
            return "empty";
        }
        return Instant.ofEpochMilli(graph.newestTime()) + "/" + graph.accountCount() + "a/" + graph.sightingCount()
                + "s";
    }
}

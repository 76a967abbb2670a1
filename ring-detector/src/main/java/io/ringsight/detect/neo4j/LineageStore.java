package io.ringsight.detect.neo4j;

import io.ringsight.cypher.Statement;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.ingest.neo4j.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What became of rings, from the store. Only what was published is seen. */
public final class LineageStore {
    private LineageStore() {}

    /**
     * A published detection.
     *
     * @param at when it was published, milliseconds since 1970 UTC
     * @param moment what it knew nothing after, milliseconds since 1970 UTC
     * @param dispositions number of the last that it heeded
     * @param sequence the newest log sequence number that its snapshot can hold; none for one of before that was noted
     */
    public record Epoch(
            long number, long at, long moment, long dispositions, String modelVersion, OptionalLong sequence) {}

    /** The detection published last. */
    public static Optional<Epoch> lastEpoch(Store store) {
        return epochs(store, 1).stream().findFirst();
    }

    /** A published detection by its number. */
    public static Optional<Epoch> epoch(Store store, long number) {
        return epochs(store, Integer.MAX_VALUE).stream()
                .filter(epoch -> epoch.number() == number)
                .findFirst();
    }

    private static List<Epoch> epochs(Store store, int limit) {
        return store.read(
                Statement.LINEAGE_EPOCHS.with(Map.of("limit", limit)),
                row -> new Epoch(
                        row.get("number").asLong(),
                        row.get("at").asLong(),
                        row.get("moment").asLong(),
                        row.get("dispositions").asLong(),
                        row.get("model_version").asString(),
                        row.get("sequence").isNull()
                                ? OptionalLong.empty()
                                : OptionalLong.of(row.get("sequence").asLong())));
    }

    /** All rings there were. */
    public static RingHistory history(Store store) {
        return history(store, Long.MAX_VALUE);
    }

    /** All rings there were until a detection, it included. */
    public static RingHistory history(Store store, long number) {
        var versions = new ArrayList<RingVersion>();
        store.stream(
                Statement.LINEAGE_VERSIONS.with(Map.of("upto", number)), row -> versions.add(LineageRows.version(row)));
        return RingHistory.of(versions);
    }

    /** The versions of one ring, the first one first; none when there never was such a ring. */
    public static List<RingVersion> versions(Store store, String ringId) {
        return store.read(Statement.LINEAGE_VERSIONS_OF_RING.with(Map.of("ring_id", ringId)), LineageRows::version);
    }

    /** What became of one ring, in order. */
    public static List<LineageEvent> events(Store store, String ringId) {
        return store.read(Statement.LINEAGE_EVENTS_OF_RING.with(Map.of("ring_id", ringId)), LineageRows::event);
    }

    /** What became of rings from a moment on, milliseconds since 1970 UTC, ring by ring. */
    public static List<LineageEvent> eventsSince(Store store, long since) {
        return store.read(Statement.LINEAGE_EVENTS_SINCE.with(Map.of("since", since)), LineageRows::event);
    }
}

package io.ringsight.detect.neo4j;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.ingest.neo4j.ArrivalReader;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreSnapshot;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.List;

/** Puts a published detection back as it was, and lets it follow the log of the store: the same log, the same rings. */
public final class EpochReader {
    /** Accounts that a detection follows at most when it is put back; with more of them it is time for another. */
    public static final int MOST_ARRIVALS = 50_000;

    private EpochReader() {}

    /**
     * A detection and the snapshot that it was found in, or that was read with it. Nothing has come in since.
     *
     * @param number of the detection
     * @param sequence the newest log sequence number that the snapshot holds
     */
    public static LiveDetection read(
            Store store, IdentifierTypes types, Detection detection, long number, long sequence, Progress progress) {
        StoreSnapshot snapshot = SnapshotReader.upTo(store, types, sequence, progress);
        return live(snapshot, detection, LineageStore.history(store, number));
    }

    /** @param history until the detection */
    public static LiveDetection live(StoreSnapshot snapshot, Detection detection, RingHistory history) {
        return LiveDetection.of(
                snapshot.graph(),
                snapshot.sequence(),
                detection,
                standing(detection, history),
                DetectionParameters.of(detection.facts()));
    }

    /** Of a detection that is older than lineage, its rings as they were born. */
    private static RingHistory standing(Detection detection, RingHistory history) {
        return history.standing().isEmpty()
                ? RingHistory.of(detection.rings().stream()
                        .map(ring -> new RingVersion(ring.ringId(), 1, 0, ring.members()))
                        .toList())
                : history;
    }

    /**
     * Lets a detection follow what was logged, judgements as they stood when each account came.
     *
     * @param log of dispositions, those that count
     * @param at when the detection was published, milliseconds since 1970 UTC
     * @param after log sequence number
     * @param upTo the last log sequence number
     */
    public static void follow(Store store, LiveDetection live, List<Disposition> log, long at, long after, long upTo) {
        long[] moment = {at};
        ArrivalReader.readPast(store, after, upTo, arrival -> {
            moment[0] = Math.max(moment[0], arrival.application().account().recordedAt());
            live.follow(Judgements.at(log, moment[0]), 0, moment[0]);
            live.add(arrival.application(), arrival.sequence(), moment[0]);
        });
    }
}

package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;

/** Reads the whole graph of a store as a snapshot. */
public final class SnapshotReader {
    private SnapshotReader() {}

    public static StoreSnapshot read(Store store, IdentifierTypes types, Progress progress) {
        throw new UnsupportedOperationException("not yet: " + store + types + progress);
    }
}

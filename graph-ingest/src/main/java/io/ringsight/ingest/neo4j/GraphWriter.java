package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import java.util.List;

/** Writes accounts, identifiers and sightings to a store, in batches. */
public final class GraphWriter implements TokenisedSink, AutoCloseable {

    public GraphWriter(Store store, int keyVersion) {}

    @Override
    public void application(TokenisedApplication application) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public boolean knows(String accountId) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void sightings(List<SightingRecord> sightings) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Waits until everything taken so far is in the store. */
    public void flush() {}

    /** Flushes, unless a write failed before. */
    @Override
    public void close() {
        flush();
    }
}

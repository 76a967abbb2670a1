package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes accounts, identifiers and sightings to a store in batches, one being written while the next is filled. What it
 * writes depends on what it was given and not on how often: an interrupted run is made good by running it again.
 *
 * <p>Call {@link #flush} or {@link #close} at the end. A failed write shows at the next call. Not thread-safe.
 */
public final class GraphWriter implements TokenisedSink, AutoCloseable {
    private static final int DEFAULT_SESSIONS = 2;
    private static final int DEFAULT_ROWS = 14_000;

    private final Sessions sessions;
    private final BatchWriter writer;
    private final KnownAccounts accounts;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("graph-writer").factory());
    private final int rowsPerBatch;
    private WriteBatch batch = new WriteBatch();
    private @Nullable Future<?> underway;
    private boolean failed;

    /** @param keyVersion version of the keys that the tokens are made with */
    public GraphWriter(Store store, int keyVersion) {
        this(store, keyVersion, DEFAULT_SESSIONS, DEFAULT_ROWS);
    }

    /**
     * @param keyVersion version of the keys that the tokens are made with
     * @param sessions how many transactions run side by side
     * @param rowsPerBatch accounts and sightings that are written in one round
     */
    public GraphWriter(Store store, int keyVersion, int sessions, int rowsPerBatch) {
        this.sessions = new Sessions(sessions);
        this.writer = new BatchWriter(store, this.sessions, keyVersion);
        this.accounts = new KnownAccounts(store);
        this.rowsPerBatch = rowsPerBatch;
    }

    @Override
    public void application(TokenisedApplication application) {
        accounts.add(application.account().accountId());
        batch.add(application);
        writeWhenFull();
    }

    @Override
    public boolean knows(String accountId) {
        return accounts.contains(accountId);
    }

    @Override
    public void sightings(List<SightingRecord> sightings) {
        batch.add(sightings);
        writeWhenFull();
    }

    /**
     * Appends sightings to one account at once, and numbers it anew where something is, so that other processes hear of it. All that was
     * taken before is in the store by then.
     *
     * @return empty when there is no such account
     */
    public Optional<Appended> append(String accountId, List<SightingRecord> sightings) {
        flush();
        return writer.append(accountId, sightings);
    }

    /**
     * What became of sightings.
     *
     * @param created how many were new
     * @param sequence log sequence number that the account has now
     */
    public record Appended(long created, long sequence) {}

    private void writeWhenFull() {
        if (batch.rows() >= rowsPerBatch) {
            submit();
        }
    }

    private void submit() {
        await();
        WriteBatch full = batch;
        batch = new WriteBatch();
        underway = background.submit(() -> writer.write(full));
    }

    private void await() {
        if (underway == null) {
            return;
        }
        try {
            underway.get();
        } catch (ExecutionException e) {
            failed = true;
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing", e);
        } finally {
            underway = null;
        }
    }

    /** Waits until everything taken so far is in the store. */
    public void flush() {
        if (batch.rows() > 0) {
            submit();
        }
        await();
    }

    /** The newest log sequence number that it wrote; 0 while there is none. Call it after {@link #flush}. */
    public long lastSequence() {
        return writer.lastSequence();
    }

    /** Flushes, unless a write failed before, and lets go of the threads. */
    @Override
    public void close() {
        try {
            if (!failed) {
                flush();
            }
        } finally {
            background.shutdown();
            sessions.close();
        }
    }
}

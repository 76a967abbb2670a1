package io.ringsight.ingest.neo4j;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.neo4j.driver.Record;

/**
 * Reads the whole graph of a store as a snapshot: ranges of internal node numbers, each one record of columns, several
 * ranges on their way at once. An account that is written meanwhile comes with all its sightings or not at all.
 */
public final class SnapshotReader {
    private static final int NODES_PER_RANGE = 20_000;
    private static final int RANGES_UNDERWAY = 3;

    private final Store store;
    private final Progress progress;

    private SnapshotReader(Store store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    /** The graph in the store, now. */
    public static StoreSnapshot read(Store store, IdentifierTypes types, Progress progress) {
        return new SnapshotReader(store, progress).read(types);
    }

    /** The graph in the store, now, and nothing that is written while it is read: what its sequence number says. */
    public static StoreSnapshot exactly(Store store, IdentifierTypes types, Progress progress) {
        StoreSnapshot read = read(store, types, progress);
        boolean alone = StoreMeta.read(store).nextSequence() - 1 == read.sequence();
        return alone ? read : upTo(store, types, read.sequence(), progress);
    }

    /**
     * The graph as it was when the log had come to {@code sequence}: nothing that was written later is in it, and of an account that was
     * revised later its newest revision by then.
     */
    public static StoreSnapshot upTo(Store store, IdentifierTypes types, long sequence, Progress progress) {
        return new SnapshotReader(store, progress)
                .read(
                        types,
                        sequence,
                        new Statements(Statement.SNAPSHOT_ACCOUNTS_UP_TO, Statement.SNAPSHOT_SIGHTINGS_UP_TO),
                        Map.of("sequence", sequence));
    }

    private StoreSnapshot read(IdentifierTypes types) {
        long sequence = StoreMeta.read(store).nextSequence() - 1;
        return read(
                types, sequence, new Statements(Statement.SNAPSHOT_ACCOUNTS, Statement.SNAPSHOT_SIGHTINGS), Map.of());
    }

    /** What accounts and sightings are read with. */
    private record Statements(Statement accounts, Statement sightings) {}

    private StoreSnapshot read(
            IdentifierTypes types, long sequence, Statements statements, Map<String, Object> parameters) {
        long highest = store.read(
                        Statement.SNAPSHOT_HIGHEST_NODE.bare(),
                        row -> row.get("highest").asLong())
                .getFirst();
        var nodes = new NodeColumns(types, Math.toIntExact(highest + 1));
        progress.begin("read snapshot", 3 * (highest + 1));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            each(threads, statements.accounts(), parameters, highest, nodes::accounts);
            each(threads, Statement.SNAPSHOT_IDENTIFIERS, Map.of(), highest, nodes::identifiers);
            each(threads, statements.sightings(), parameters, highest, nodes::sightings);
        } finally {
            progress.end();
        }
        return new StoreSnapshot(nodes.build(), sequence);
    }

    private void each(
            ExecutorService threads,
            Statement statement,
            Map<String, Object> parameters,
            long highest,
            Consumer<Record> take) {
        var underway = new ArrayDeque<Future<Record>>();
        long next = 0;
        while (next <= highest || !underway.isEmpty()) {
            while (next <= highest && underway.size() < RANGES_UNDERWAY) {
                long to = Math.min(highest, next + NODES_PER_RANGE - 1);
                var all = new HashMap<>(parameters);
                all.put("from", next);
                all.put("to", to);
                var range = statement.with(all);
                underway.add(threads.submit(() -> store.read(range, row -> row).getFirst()));
                next = to + 1;
            }
            progress.check();
            take.accept(result(underway.remove()));
            progress.advance(NODES_PER_RANGE);
        }
    }

    private static Record result(Future<Record> range) {
        try {
            return range.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }
}

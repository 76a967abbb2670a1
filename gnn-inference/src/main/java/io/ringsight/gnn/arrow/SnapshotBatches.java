package io.ringsight.gnn.arrow;

import io.ringsight.gnn.feature.SnapshotSchema;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.util.AutoCloseables;

/**
 * A snapshot as two Arrow tables in batches (see {@link SnapshotSchema}): each account with its identifiers, each
 * identifier with its accounts. Repeated sightings of one identifier by one account count once.
 *
 * <p>Bytes off the heap, for A accounts, I identifiers and P distinct pairs: about 17 A + 10 I + 8 P, rounded up by
 * Arrow to powers of two a buffer. Read-only and thread-safe until closed.
 */
public final class SnapshotBatches implements AutoCloseable {
    private final List<RowBatch> accounts;
    private final List<RowBatch> identifiers;

    SnapshotBatches(List<RowBatch> accounts, List<RowBatch> identifiers) {
        this.accounts = List.copyOf(accounts);
        this.identifiers = List.copyOf(identifiers);
    }

    /**
     * Copies the graph out of the heap.
     *
     * @param normalisationStrength an identifier of degree d weighs d^strength
     */
    public static SnapshotBatches of(
            IdentityGraph graph,
            double normalisationStrength,
            BatchLimits limits,
            BufferAllocator allocator,
            Progress progress) {
        var rows = new SnapshotRows(graph, normalisationStrength);
        var accounts = new ArrayList<RowBatch>();
        var identifiers = new ArrayList<RowBatch>();
        try {
            fill(accounts, rows.accounts(), limits, allocator, progress);
            fill(identifiers, rows.identifiers(), limits, allocator, progress);
        } catch (RuntimeException | Error failure) {
            closeAll(accounts, identifiers);
            throw failure;
        }
        return new SnapshotBatches(accounts, identifiers);
    }

    private static void fill(
            List<RowBatch> batches,
            RowSource source,
            BatchLimits limits,
            BufferAllocator allocator,
            Progress progress) {
        for (int row = 0; row < source.rows(); row += batches.getLast().rows()) {
            progress.check();
            batches.add(RowBatchWriter.write(source, row, limits, allocator));
        }
    }

    /** By account number. */
    public List<RowBatch> accounts() {
        return accounts;
    }

    /** By identifier number. */
    public List<RowBatch> identifiers() {
        return identifiers;
    }

    public int accountCount() {
        return rows(accounts);
    }

    public int identifierCount() {
        return rows(identifiers);
    }

    /** Distinct (account, identifier) pairs. */
    public long pairCount() {
        return accounts.stream().mapToLong(RowBatch::edges).sum();
    }

    private static int rows(List<RowBatch> batches) {
        return batches.isEmpty()
                ? 0
                : batches.getLast().firstRow() + batches.getLast().rows();
    }

    @Override
    public void close() {
        closeAll(accounts, identifiers);
    }

    private static void closeAll(List<RowBatch> accounts, List<RowBatch> identifiers) {
        AutoCloseables.closeNoChecked(() -> {
            AutoCloseables.close(accounts, identifiers);
        });
    }
}

package io.ringsight.gnn.arrow;

import io.ringsight.gnn.feature.SnapshotSchema;
import io.ringsight.gnn.file.BesideFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * {@link SnapshotBatches} as two Arrow IPC files, {@code accounts.arrow} and {@code identifiers.arrow}, that pyarrow and
 * any other Arrow reader open; one record batch a {@link RowBatch}.
 */
public final class BatchFiles {
    private static final String ACCOUNTS = "accounts.arrow";
    private static final String IDENTIFIERS = "identifiers.arrow";

    private BatchFiles() {}

    /** Writes both files into an existing folder, over older ones. */
    public static void write(SnapshotBatches batches, Path folder, BufferAllocator allocator) {
        write(batches.accounts(), SnapshotSchema.accounts(), folder.resolve(ACCOUNTS), allocator);
        write(batches.identifiers(), SnapshotSchema.identifiers(), folder.resolve(IDENTIFIERS), allocator);
    }

    /** Reads what {@link #write} wrote. The caller closes it. */
    public static SnapshotBatches read(Path folder, BufferAllocator allocator) {
        var accounts = new ArrayList<RowBatch>();
        var identifiers = new ArrayList<RowBatch>();
        try {
            read(folder.resolve(ACCOUNTS), SnapshotSchema.accounts(), accounts, allocator);
            read(folder.resolve(IDENTIFIERS), SnapshotSchema.identifiers(), identifiers, allocator);
        } catch (RuntimeException | Error failure) {
            new SnapshotBatches(accounts, identifiers).close();
            throw failure;
        }
        return new SnapshotBatches(accounts, identifiers);
    }

    private static void write(List<RowBatch> batches, Schema schema, Path file, BufferAllocator allocator) {
        try (var root = VectorSchemaRoot.create(schema, allocator);
                var channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var writer = new ArrowFileWriter(root, null, channel)) {
            writer.start();
            for (RowBatch batch : batches) {
                move(batch.columns(), root);
                writer.writeBatch();
            }
            writer.end();
        } catch (IOException e) {
            throw BesideFile.unwritable(file, e);
        }
    }

    private static void read(Path file, Schema schema, List<RowBatch> batches, BufferAllocator allocator) {
        TableFile.open(file, allocator, reader -> {
            var root = reader.getVectorSchemaRoot();
            if (!root.getSchema().equals(schema)) {
                throw new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        file + " has the columns " + root.getSchema() + ".",
                        "Maybe another version of Ringsight wrote it.");
            }
            int firstRow = 0;
            while (reader.loadNextBatch()) {
                var columns = VectorSchemaRoot.create(schema, allocator);
                batches.add(new RowBatch(firstRow, columns));
                move(root, columns);
                firstRow += columns.getRowCount();
            }
            return firstRow;
        });
    }

    /** Shares the buffers of one root with another: no copy. */
    private static void move(VectorSchemaRoot from, VectorSchemaRoot to) {
        try (ArrowRecordBatch batch = new VectorUnloader(from).getRecordBatch()) {
            new VectorLoader(to).load(batch);
        }
    }
}

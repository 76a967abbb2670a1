package io.ringsight.gnn.arrow;

import io.ringsight.gnn.file.BesideFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.InvalidArrowFileException;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** One table in an Arrow IPC file, which is there as a whole or not at all. */
final class TableFile {
    private static final int ROWS = 1 << 15;

    private TableFile() {}

    /** Fills or takes rows of a batch; row 0 of the batch is row {@code first} of the table. */
    interface Rows {
        void pass(VectorSchemaRoot batch, int first, int rows);
    }

    static void write(
            Path file,
            List<Field> fields,
            Map<String, String> metadata,
            int rows,
            Rows filler,
            BufferAllocator allocator) {
        BesideFile.write(file, beside -> {
            try (var root = VectorSchemaRoot.create(new Schema(fields, metadata), allocator);
                    var channel = FileChannel.open(
                            beside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    var writer = new ArrowFileWriter(root, null, channel)) {
                writer.start();
                for (int first = 0; first < rows; first += ROWS) {
                    int count = Math.min(ROWS, rows - first);
                    root.getFieldVectors().forEach(vector -> vector.setInitialCapacity(count));
                    root.allocateNew();
                    filler.pass(root, first, count);
                    root.setRowCount(count);
                    writer.writeBatch();
                }
                writer.end();
            }
        });
    }

    /** What stands at the head of the file. */
    static Map<String, String> metadata(Path file, BufferAllocator allocator) {
        return open(
                file,
                allocator,
                reader -> reader.getVectorSchemaRoot().getSchema().getCustomMetadata());
    }

    /** @param rows how many there have to be */
    static void read(Path file, List<Field> fields, int rows, Rows taker, BufferAllocator allocator) {
        int read = open(file, allocator, reader -> {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            if (!root.getSchema().getFields().equals(fields)) {
                throw new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        file + " has the columns " + root.getSchema().getFields() + ".",
                        "Maybe another version of Ringsight wrote it.");
            }
            int first = 0;
            while (reader.loadNextBatch()) {
                if (first + root.getRowCount() <= rows) {
                    taker.pass(root, first, root.getRowCount());
                }
                first += root.getRowCount();
            }
            return first;
        });
        if (read != rows) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    file + " has " + read + " rows where the view has " + rows + ".",
                    "Maybe the files are of different views.");
        }
    }

    /** What is made of an open file. */
    interface Use<T> {
        T of(ArrowFileReader reader) throws IOException;
    }

    /** @throws RingsightException with {@code INPUT_UNREADABLE} */
    static <T> T open(Path file, BufferAllocator allocator, Use<T> use) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var reader = new ArrowFileReader(channel, allocator)) {
            return use.of(reader);
        } catch (IOException | InvalidArrowFileException e) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE,
                    "Cannot read " + file + ": " + e.getMessage(),
                    "Maybe it is missing or was cut short.",
                    e);
        }
    }
}

package io.ringsight.gnn.arrow;

import io.ringsight.gnn.file.BesideFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.InvalidArrowFileException;
import org.apache.arrow.vector.types.pojo.Schema;

/** One table in an Arrow IPC file, which is there as a whole or not at all. */
final class TableFile {
    private TableFile() {}

    /** Takes a batch. */
    interface Rows {
        void pass(VectorSchemaRoot batch);
    }

    static void write(Path file, Table table, BufferAllocator allocator) {
        BesideFile.write(file, beside -> {
            try (var root = VectorSchemaRoot.create(table.schema(), allocator);
                    var channel = FileChannel.open(
                            beside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    var writer = new ArrowFileWriter(root, null, channel)) {
                writer.start();
                table.through(root, allocator, writer::writeBatch);
                writer.end();
            }
        });
    }

    /** What stands at the head of the file. */
    static Schema schema(Path file, BufferAllocator allocator) {
        return open(file, allocator, reader -> reader.getVectorSchemaRoot().getSchema());
    }

    static void read(Path file, Rows taker, BufferAllocator allocator) {
        open(file, allocator, reader -> {
            while (reader.loadNextBatch()) {
                taker.pass(reader.getVectorSchemaRoot());
            }
            return file;
        });
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

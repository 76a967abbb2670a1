package io.ringsight.gnn.arrow;

import io.ringsight.gnn.graph.GraphView;
import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** A {@link GraphView} as the four Arrow IPC files of {@link GraphSchema}, and embeddings as a fifth. */
public final class GraphFiles {
    static final List<String> TABLES =
            List.of(GraphTables.USES, GraphTables.IDENTIFIERS, GraphTables.PAIRS, GraphTables.ACCOUNTS);

    private GraphFiles() {}

    /** Writes a view into an existing folder, each file over an older one, accounts last. */
    public static void write(GraphView view, Path folder, BufferAllocator allocator) {
        for (Table table : GraphTables.of(view)) {
            TableFile.write(file(folder, table.name()), table, allocator);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param types of the installation: their names have to be those of the view
     * @throws io.ringsight.ingest.error.RingsightException when a file is missing, cut short, or of another view or schema
     */
    public static GraphView read(Path folder, IdentifierTypes types, BufferAllocator allocator) {
        return GraphReader.read(folder, types, allocator);
    }

    /**
     * Writes what a network said, by name, over an older file.
     *
     * @param accountId of a row, UTF-8
     * @param order int[accounts]: account number of a row
     * @param embeddings float32[accounts][width], by account number as the log odds
     */
    public static void writeEmbeddings(
            Path file, IntFunction<byte[]> accountId, int[] order, float[] logOdds, FloatBuffer embeddings, int width) {
        try (var allocator = new RootAllocator()) {
            write(GraphTables.named(accountId, order, logOdds, embeddings, width), file, allocator);
        }
    }

    static void write(Table table, Path file, BufferAllocator allocator) {
        TableFile.write(file, table, allocator);
    }

    static Path file(Path folder, String table) {
        return folder.resolve(table + ".arrow");
    }
}

package io.ringsight.gnn.arrow;

import io.ringsight.gnn.graph.GraphView;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.file.Path;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;

/** Reads the files of a view, table by table. */
final class GraphReader {
    private GraphReader() {}

    static GraphView read(Path folder, IdentifierTypes types, BufferAllocator allocator) {
        var intake = GraphIntake.of(
                TableFile.schema(GraphFiles.file(folder, GraphTables.ACCOUNTS), allocator)
                        .getCustomMetadata(),
                types);
        for (String table : GraphFiles.TABLES) {
            read(intake, table, GraphFiles.file(folder, table), allocator);
        }
        return intake.view();
    }

    private static void read(GraphIntake intake, String table, Path file, BufferAllocator allocator) {
        try {
            Schema schema = TableFile.schema(file, allocator);
            intake.require(table, schema.getCustomMetadata(), schema.getFields());
            TableFile.read(file, batch -> intake.take(table, batch), allocator);
            intake.finish(table);
        } catch (RingsightException e) {
            throw new RingsightException(e.code(), e.getMessage() + " The file is " + file + ".", e.hint(), e);
        }
    }
}

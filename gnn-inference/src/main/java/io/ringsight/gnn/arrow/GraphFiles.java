package io.ringsight.gnn.arrow;

import io.ringsight.gnn.graph.FeatureSchema;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.TinyIntVector;

/** A {@link GraphView} as the four Arrow IPC files of {@link GraphSchema}, and embeddings as a fifth. */
public final class GraphFiles {
    static final String ACCOUNTS = "accounts.arrow";
    static final String IDENTIFIERS = "identifiers.arrow";
    static final String PAIRS = "pairs.arrow";
    static final String USES = "uses.arrow";
    private static final String EMBEDDINGS = "embeddings.arrow";

    private GraphFiles() {}

    /** Writes a view into an existing folder, each file over an older one, pairs before accounts. */
    public static void write(GraphView view, Path folder, BufferAllocator allocator) {
        RelationGraph graph = view.graph();
        Map<String, String> metadata = metadata(view);
        TableFile.write(
                folder.resolve(USES),
                GraphSchema.uses(),
                metadata,
                graph.pairCount(),
                (batch, first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        Columns.integers(batch, "account").set(i, graph.accountOf(first + i));
                        Columns.integers(batch, "pair").set(i, graph.pairOf(first + i));
                    }
                },
                allocator);
        TableFile.write(
                folder.resolve(IDENTIFIERS),
                GraphSchema.identifiers(),
                metadata,
                graph.identifierCount(),
                (batch, first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        ((TinyIntVector) batch.getVector("relation")).set(i, graph.type(first + i));
                        Columns.integers(batch, "number").set(i, graph.identifierOfSnapshot(first + i));
                        Columns.integers(batch, "first_use").set(i, graph.firstUse(first + i));
                    }
                },
                allocator);
        writePairs(view, folder, metadata, allocator);
        writeAccounts(view, folder, metadata, allocator);
    }

    private static void writePairs(
            GraphView view, Path folder, Map<String, String> metadata, BufferAllocator allocator) {
        RelationGraph graph = view.graph();
        int[] owner = new int[graph.pairCount()];
        for (int account = 0; account < graph.accountCount(); account++) {
            for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
                owner[pair] = account;
            }
        }
        float[] row = new float[PairFeatures.WIDTH];
        TableFile.write(
                folder.resolve(PAIRS),
                GraphSchema.pairs(row.length),
                metadata,
                owner.length,
                (batch, first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        Columns.integers(batch, "account").set(i, owner[first + i]);
                        Columns.integers(batch, "identifier").set(i, graph.identifierOf(first + i));
                        Columns.times(batch, "first_seen").set(i, graph.firstSeen(first + i));
                        ((Float4Vector) batch.getVector("distance")).set(i, graph.distance(first + i));
                        view.pairs().copyRow(first + i, row, 0);
                        Columns.put(batch.getVector("features"), i, row);
                    }
                },
                allocator);
    }

    private static void writeAccounts(
            GraphView view, Path folder, Map<String, String> metadata, BufferAllocator allocator) {
        RelationGraph graph = view.graph();
        float[] row = new float[view.accounts().width()];
        TableFile.write(
                folder.resolve(ACCOUNTS),
                GraphSchema.accounts(row.length),
                metadata,
                graph.accountCount(),
                (batch, first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        ((BigIntVector) batch.getVector("id_hash")).set(i, view.idHash()[first + i]);
                        Columns.times(batch, "created_at").set(i, view.createdAt()[first + i]);
                        Columns.integers(batch, "first_pair").set(i, graph.firstPair(first + i));
                        view.accounts().copyRow(first + i, row, 0);
                        Columns.put(batch.getVector("features"), i, row);
                    }
                },
                allocator);
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
     * Writes what a network said, over an older file.
     *
     * @param embeddings float32[accounts][width]
     */
    public static void writeEmbeddings(
            float[] logOdds, FloatBuffer embeddings, int width, Path folder, BufferAllocator allocator) {
        float[] row = new float[width];
        TableFile.write(
                folder.resolve(EMBEDDINGS),
                GraphSchema.embeddings(width),
                Map.of("accounts", Integer.toString(logOdds.length)),
                logOdds.length,
                (batch, first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        ((Float4Vector) batch.getVector("log_odds")).set(i, logOdds[first + i]);
                        embeddings.get((first + i) * width, row);
                        Columns.put(batch.getVector("embedding"), i, row);
                    }
                },
                allocator);
    }

    private static Map<String, String> metadata(GraphView view) {
        FeatureSchema schema = view.schema();
        return Map.of(
                "moment", Long.toString(view.moment()),
                "accounts", Integer.toString(view.graph().accountCount()),
                "identifiers", Integer.toString(view.graph().identifierCount()),
                "pairs", Integer.toString(view.graph().pairCount()),
                "relations", String.join(",", schema.relations()),
                "pair_features", String.join(",", schema.pairs()),
                "account_features", String.join(",", schema.accounts()),
                "schema_hash", schema.hash());
    }
}

package io.ringsight.gnn.arrow;

import io.ringsight.gnn.graph.FeatureSchema;
import io.ringsight.gnn.graph.GraphRows;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;

/** A {@link GraphView} as the four Arrow IPC files of {@link GraphSchema}, and embeddings as a fifth. */
public final class GraphFiles {
    private static final String ACCOUNTS = "accounts.arrow";
    private static final String IDENTIFIERS = "identifiers.arrow";
    private static final String PAIRS = "pairs.arrow";
    private static final String USES = "uses.arrow";
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
                        integers(batch, "account").set(i, graph.accountOf(first + i));
                        integers(batch, "pair").set(i, graph.pairOf(first + i));
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
                        integers(batch, "number").set(i, graph.identifierOfSnapshot(first + i));
                        integers(batch, "first_use").set(i, graph.firstUse(first + i));
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
                        integers(batch, "account").set(i, owner[first + i]);
                        integers(batch, "identifier").set(i, graph.identifierOf(first + i));
                        times(batch, "first_seen").set(i, graph.firstSeen(first + i));
                        ((Float4Vector) batch.getVector("distance")).set(i, graph.distance(first + i));
                        view.pairs().copyRow(first + i, row, 0);
                        put(batch.getVector("features"), i, row);
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
                        times(batch, "created_at").set(i, view.createdAt()[first + i]);
                        integers(batch, "first_pair").set(i, graph.firstPair(first + i));
                        view.accounts().copyRow(first + i, row, 0);
                        put(batch.getVector("features"), i, row);
                    }
                },
                allocator);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param types of the installation: their names have to be those of the view
     */
    public static GraphView read(Path folder, IdentifierTypes types, BufferAllocator allocator) {
        Map<String, String> metadata = TableFile.metadata(folder.resolve(ACCOUNTS), allocator);
        var schema = new FeatureSchema(
                words(metadata, "relations"), words(metadata, "pair_features"), words(metadata, "account_features"));
        List<String> names = types.all().stream().map(type -> type.name()).toList();
        new FeatureSchema(names, PairFeatures.NAMES, schema.accounts()).require(schema);
        var rows = new GraphRows(
                types,
                number(metadata, "accounts"),
                number(metadata, "identifiers"),
                number(metadata, "pairs"),
                schema.accounts());
        TableFile.read(
                folder.resolve(USES),
                GraphSchema.uses(),
                rows.pairCount(),
                (batch, first, count) -> {
                    for (int i = 0; i < count; i++) {
                        rows.use(
                                first + i,
                                integers(batch, "account").get(i),
                                integers(batch, "pair").get(i));
                    }
                },
                allocator);
        TableFile.read(
                folder.resolve(IDENTIFIERS),
                GraphSchema.identifiers(),
                rows.identifierCount(),
                (batch, first, count) -> {
                    for (int i = 0; i < count; i++) {
                        rows.identifier(
                                first + i,
                                ((TinyIntVector) batch.getVector("relation")).get(i),
                                integers(batch, "number").get(i),
                                integers(batch, "first_use").get(i));
                    }
                },
                allocator);
        float[] pair = new float[PairFeatures.WIDTH];
        TableFile.read(
                folder.resolve(PAIRS),
                GraphSchema.pairs(pair.length),
                rows.pairCount(),
                (batch, first, count) -> {
                    for (int i = 0; i < count; i++) {
                        get(batch.getVector("features"), i, pair);
                        rows.pair(
                                first + i,
                                integers(batch, "identifier").get(i),
                                times(batch, "first_seen").get(i),
                                ((Float4Vector) batch.getVector("distance")).get(i),
                                pair);
                    }
                },
                allocator);
        float[] account = new float[schema.accounts().size()];
        TableFile.read(
                folder.resolve(ACCOUNTS),
                GraphSchema.accounts(account.length),
                rows.accountCount(),
                (batch, first, count) -> {
                    for (int i = 0; i < count; i++) {
                        get(batch.getVector("features"), i, account);
                        rows.account(
                                first + i,
                                ((BigIntVector) batch.getVector("id_hash")).get(i),
                                times(batch, "created_at").get(i),
                                integers(batch, "first_pair").get(i),
                                account);
                    }
                },
                allocator);
        return rows.view(Long.parseLong(metadata.getOrDefault("moment", "0")));
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
                        put(batch.getVector("embedding"), i, row);
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

    private static List<String> words(Map<String, String> metadata, String key) {
        String joined = metadata.getOrDefault(key, "");
        return joined.isEmpty() ? List.of() : new ArrayList<>(List.of(joined.split(",")));
    }

    private static int number(Map<String, String> metadata, String key) {
        return Integer.parseInt(metadata.getOrDefault(key, "0"));
    }

    private static IntVector integers(VectorSchemaRoot batch, String name) {
        return (IntVector) batch.getVector(name);
    }

    private static TimeStampMilliTZVector times(VectorSchemaRoot batch, String name) {
        return (TimeStampMilliTZVector) batch.getVector(name);
    }

    private static void put(FieldVector vector, int row, float[] values) {
        var list = (FixedSizeListVector) vector;
        var numbers = (Float4Vector) list.getDataVector();
        list.setNotNull(row);
        for (int i = 0; i < values.length; i++) {
            numbers.setSafe(row * values.length + i, values[i]);
        }
    }

    private static void get(FieldVector vector, int row, float[] values) {
        var numbers = (Float4Vector) ((FixedSizeListVector) vector).getDataVector();
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(row * values.length + i);
        }
    }
}

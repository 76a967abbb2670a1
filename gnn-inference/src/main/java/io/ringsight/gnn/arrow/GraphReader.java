package io.ringsight.gnn.arrow;

import io.ringsight.gnn.graph.FeatureSchema;
import io.ringsight.gnn.graph.GraphRows;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.TinyIntVector;

/** Reads the files of a view, table by table. */
final class GraphReader {
    private GraphReader() {}

    static GraphView read(Path folder, IdentifierTypes types, BufferAllocator allocator) {
        Map<String, String> metadata = TableFile.metadata(folder.resolve(GraphFiles.ACCOUNTS), allocator);
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
                folder.resolve(GraphFiles.USES),
                GraphSchema.uses(),
                rows.pairCount(),
                (batch, first, count) -> {
                    for (int i = 0; i < count; i++) {
                        rows.use(
                                first + i,
                                Columns.integers(batch, "account").get(i),
                                Columns.integers(batch, "pair").get(i));
                    }
                },
                allocator);
        TableFile.read(
                folder.resolve(GraphFiles.IDENTIFIERS),
                GraphSchema.identifiers(),
                rows.identifierCount(),
                (batch, first, count) -> {
                    for (int i = 0; i < count; i++) {
                        rows.identifier(
                                first + i,
                                ((TinyIntVector) batch.getVector("relation")).get(i),
                                Columns.integers(batch, "number").get(i),
                                Columns.integers(batch, "first_use").get(i));
                    }
                },
                allocator);
        float[] pair = new float[PairFeatures.WIDTH];
        TableFile.read(
                folder.resolve(GraphFiles.PAIRS),
                GraphSchema.pairs(pair.length),
                rows.pairCount(),
                (batch, first, count) -> {
                    for (int i = 0; i < count; i++) {
                        Columns.get(batch.getVector("features"), i, pair);
                        rows.pair(
                                first + i,
                                Columns.integers(batch, "identifier").get(i),
                                Columns.times(batch, "first_seen").get(i),
                                ((Float4Vector) batch.getVector("distance")).get(i),
                                pair);
                    }
                },
                allocator);
        float[] account = new float[schema.accounts().size()];
        TableFile.read(
                folder.resolve(GraphFiles.ACCOUNTS),
                GraphSchema.accounts(account.length),
                rows.accountCount(),
                (batch, first, count) -> {
                    for (int i = 0; i < count; i++) {
                        Columns.get(batch.getVector("features"), i, account);
                        rows.account(
                                first + i,
                                ((BigIntVector) batch.getVector("id_hash")).get(i),
                                Columns.times(batch, "created_at").get(i),
                                Columns.integers(batch, "first_pair").get(i),
                                account);
                    }
                },
                allocator);
        return rows.view(Long.parseLong(metadata.getOrDefault("moment", "0")));
    }

    private static List<String> words(Map<String, String> metadata, String key) {
        String joined = metadata.getOrDefault(key, "");
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    private static int number(Map<String, String> metadata, String key) {
        return Integer.parseInt(metadata.getOrDefault(key, "0"));
    }
}

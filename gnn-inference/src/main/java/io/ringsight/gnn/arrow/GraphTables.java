package io.ringsight.gnn.arrow;

import io.ringsight.gnn.graph.FeatureSchema;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.RelationGraph;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** A view, what is known of its accounts and what a network said of them, as tables of {@link GraphSchema}. */
public final class GraphTables {
    public static final String ACCOUNTS = "accounts";
    public static final String IDENTIFIERS = "identifiers";
    public static final String PAIRS = "pairs";
    public static final String USES = "uses";
    public static final String LABELS = "labels";
    public static final String EMBEDDINGS = "embeddings";

    private GraphTables() {}

    /** The four tables of a view, accounts last. */
    public static List<Table> of(GraphView view) {
        Map<String, String> metadata = metadata(view);
        return List.of(
                uses(view, metadata), identifiers(view, metadata), pairs(view, metadata), accounts(view, metadata));
    }

    /** @param known byte[accounts]: 1 fraud, -1 legit, 0 unknown */
    public static Table labels(GraphView view, byte[] known) {
        return new Table(
                LABELS,
                new Schema(GraphSchema.labels(), metadata(view)),
                known.length,
                (batch, first, rows, allocator) ->
                        Columns.fresh(batch, "label", rows, allocator).put(known, first, rows));
    }

    /** Where embeddings are: copies float32[last - first][width]. */
    public interface Embeddings {
        void copy(int first, int last, FloatBuffer target);
    }

    public static Table embeddings(float[] logOdds, Embeddings embeddings, int width) {
        return new Table(
                EMBEDDINGS,
                new Schema(GraphSchema.embeddings(width), Map.of("accounts", Integer.toString(logOdds.length))),
                logOdds.length,
                (batch, first, rows, allocator) -> {
                    Columns.fresh(batch, "log_odds", rows, allocator)
                            .asFloatBuffer()
                            .put(logOdds, first, rows);
                    embeddings.copy(
                            first,
                            first + rows,
                            Columns.fresh(batch, "embedding", rows, allocator).asFloatBuffer());
                });
    }

    /**
     * Embeddings by name.
     *
     * @param accountId of a row, UTF-8
     * @param order int[accounts]: account number of a row
     * @param embeddings float32[accounts][width], by account number
     */
    public static Table named(
            IntFunction<byte[]> accountId, int[] order, float[] logOdds, FloatBuffer embeddings, int width) {
        return new Table(
                EMBEDDINGS,
                new Schema(GraphSchema.named(width), Map.of("accounts", Integer.toString(order.length))),
                order.length,
                (batch, first, rows, allocator) -> {
                    var ids = (VarCharVector) batch.getVector("account_id");
                    ids.reset();
                    FloatBuffer odds =
                            Columns.fresh(batch, "log_odds", rows, allocator).asFloatBuffer();
                    FloatBuffer numbers =
                            Columns.fresh(batch, "embedding", rows, allocator).asFloatBuffer();
                    for (int row = 0; row < rows; row++) {
                        int account = order[first + row];
                        ids.setSafe(row, accountId.apply(first + row));
                        odds.put(logOdds[account]);
                        numbers.put(embeddings.slice(account * width, width));
                    }
                });
    }

    private static Table uses(GraphView view, Map<String, String> metadata) {
        RelationGraph graph = view.graph();
        return new Table(
                USES,
                new Schema(GraphSchema.uses(), metadata),
                graph.pairCount(),
                (batch, first, rows, allocator) -> graph.copyUses(
                        first,
                        rows,
                        Columns.fresh(batch, "account", rows, allocator).asIntBuffer(),
                        Columns.fresh(batch, "pair", rows, allocator).asIntBuffer()));
    }

    private static Table identifiers(GraphView view, Map<String, String> metadata) {
        RelationGraph graph = view.graph();
        return new Table(
                IDENTIFIERS,
                new Schema(GraphSchema.identifiers(), metadata),
                graph.identifierCount(),
                (batch, first, rows, allocator) -> graph.copyIdentifiers(
                        first,
                        rows,
                        Columns.fresh(batch, "relation", rows, allocator),
                        Columns.fresh(batch, "number", rows, allocator).asIntBuffer(),
                        Columns.fresh(batch, "first_use", rows, allocator).asIntBuffer()));
    }

    /** The features are those of the view, where they lie. */
    private static Table pairs(GraphView view, Map<String, String> metadata) {
        RelationGraph graph = view.graph();
        return new Table(
                PAIRS,
                new Schema(GraphSchema.pairs(view.schema().pairs().size()), metadata),
                graph.pairCount(),
                (batch, first, rows, allocator) -> {
                    owners(graph, first, rows, Columns.fresh(batch, "account", rows, allocator));
                    graph.copyPairs(
                            first,
                            rows,
                            Columns.fresh(batch, "identifier", rows, allocator).asIntBuffer(),
                            Columns.fresh(batch, "first_seen", rows, allocator).asLongBuffer(),
                            Columns.fresh(batch, "distance", rows, allocator).asFloatBuffer());
                    Columns.lend(batch, "features", rows, view.pairs().rows(first, rows), allocator);
                });
    }

    private static void owners(RelationGraph graph, int first, int rows, ByteBuffer column) {
        int account = graph.accountOfPair(first);
        for (int pair = first; pair < first + rows; pair++) {
            while (graph.firstPair(account + 1) <= pair) {
                account++;
            }
            column.putInt(account);
        }
    }

    private static Table accounts(GraphView view, Map<String, String> metadata) {
        RelationGraph graph = view.graph();
        List<Field> fields = GraphSchema.accounts(view.accounts().width());
        return new Table(
                ACCOUNTS, new Schema(fields, metadata), graph.accountCount(), (batch, first, rows, allocator) -> {
                    Columns.fresh(batch, "id_hash", rows, allocator)
                            .asLongBuffer()
                            .put(view.idHash(), first, rows);
                    Columns.fresh(batch, "created_at", rows, allocator)
                            .asLongBuffer()
                            .put(view.createdAt(), first, rows);
                    graph.copyAccounts(
                            first,
                            rows,
                            Columns.fresh(batch, "first_pair", rows, allocator).asIntBuffer());
                    view.accounts()
                            .copyRows(
                                    first,
                                    rows,
                                    Columns.fresh(batch, "features", rows, allocator)
                                            .asFloatBuffer());
                });
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

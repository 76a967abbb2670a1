package io.ringsight.gnn.arrow;

import io.ringsight.gnn.graph.FeatureSchema;
import io.ringsight.gnn.graph.GraphRows;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * Puts a view together from the batches of its tables, wherever they come from: tables in any order, the batches of each in order. What
 * comes is checked before it is used. Not thread-safe.
 */
public final class GraphIntake {
    private final Map<String, String> metadata;
    private final FeatureSchema schema;
    private final GraphRows rows;
    private final byte[] labels;
    private final long moment;
    private final Map<String, Integer> taken = new HashMap<>();

    private GraphIntake(Map<String, String> metadata, FeatureSchema schema, IdentifierTypes types, Size size) {
        this.metadata = Map.copyOf(metadata);
        this.schema = schema;
        this.rows = new GraphRows(types, size.accounts, size.identifiers, size.pairs, schema.accounts());
        this.labels = new byte[size.accounts];
        this.moment = number(metadata, "moment");
    }

    /**
     * What a view says of itself ahead of its rows.
     *
     * @param schema of its features
     * @param accounts how many, as are the others
     */
    public record Size(FeatureSchema schema, int accounts, int identifiers, int pairs) {
        /** @throws RingsightException when a table's metadata does not say so */
        public static Size of(Map<String, String> metadata) {
            return new Size(
                    new FeatureSchema(
                            words(metadata, "relations"),
                            words(metadata, "pair_features"),
                            words(metadata, "account_features")),
                    count(metadata, "accounts"),
                    count(metadata, "identifiers"),
                    count(metadata, "pairs"));
        }
    }

    /**
     * Makes room for all of it.
     *
     * @param types of the installation: their names have to be those of the view
     */
    public static GraphIntake of(Map<String, String> metadata, IdentifierTypes types) {
        Size size = Size.of(metadata);
        List<String> names = types.all().stream().map(type -> type.name()).toList();
        new FeatureSchema(names, PairFeatures.NAMES, size.schema.accounts()).require(size.schema);
        return new GraphIntake(metadata, size.schema, types, size);
    }

    /** That a table is of this view, and has its columns. */
    public void require(String table, Map<String, String> itsMetadata, List<Field> fields) {
        if (!itsMetadata.equals(metadata)) {
            throw malformed("Table " + table + " is of another view than the first one", "send all of them anew");
        }
        if (!fields.equals(fields(table))) {
            throw malformed(
                    "Table " + table + " has the columns " + fields + " where " + fields(table) + " are expected",
                    "another version of Ringsight wrote it");
        }
    }

    private List<Field> fields(String table) {
        return switch (table) {
            case GraphTables.USES -> GraphSchema.uses();
            case GraphTables.IDENTIFIERS -> GraphSchema.identifiers();
            case GraphTables.PAIRS -> GraphSchema.pairs(PairFeatures.WIDTH);
            case GraphTables.ACCOUNTS -> GraphSchema.accounts(schema.accounts().size());
            case GraphTables.LABELS -> GraphSchema.labels();
            default -> throw malformed("A view has no table " + table, "its name is misspelt");
        };
    }

    private int rowsOf(String table) {
        return switch (table) {
            case GraphTables.USES, GraphTables.PAIRS -> rows.pairCount();
            case GraphTables.IDENTIFIERS -> rows.identifierCount();
            default -> rows.accountCount();
        };
    }

    /** The next batch of a table. */
    public void take(String table, VectorSchemaRoot batch) {
        int first = taken.getOrDefault(table, 0);
        int count = batch.getRowCount();
        if (count > rowsOf(table) - first) {
            throw malformed(
                    "Table " + table + " has " + ((long) first + count) + " rows and more where the view has "
                            + rowsOf(table),
                    "the tables are of different views");
        }
        try {
            put(table, batch, first, count);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw malformed(
                    "A batch of table " + table + " has less in it than the rows it claims", "it was cut short");
        }
        taken.put(table, first + count);
    }

    private void put(String table, VectorSchemaRoot batch, int first, int count) {
        switch (table) {
            case GraphTables.USES ->
                rows.uses(first, count, Columns.integers(batch, "account"), Columns.integers(batch, "pair"));
            case GraphTables.IDENTIFIERS ->
                rows.identifiers(
                        first,
                        count,
                        Columns.bytes(batch, "relation"),
                        Columns.integers(batch, "number"),
                        Columns.integers(batch, "first_use"));
            case GraphTables.PAIRS ->
                rows.pairs(
                        first,
                        count,
                        Columns.integers(batch, "identifier"),
                        Columns.longs(batch, "first_seen"),
                        Columns.floats(batch, "distance"),
                        Columns.floats(batch, "features"));
            case GraphTables.LABELS -> Columns.bytes(batch, "label").get(labels, first, count);
            default ->
                rows.accounts(
                        first,
                        count,
                        Columns.longs(batch, "id_hash"),
                        Columns.longs(batch, "created_at"),
                        Columns.integers(batch, "first_pair"),
                        Columns.floats(batch, "features"));
        }
    }

    /** That a table has come whole. */
    public void finish(String table) {
        int has = taken.getOrDefault(table, 0);
        if (has != rowsOf(table)) {
            throw malformed(
                    "Table " + table + " has " + has + " rows where the view has " + rowsOf(table),
                    "it was cut short, or the tables are of different views");
        }
    }

    /** All of it, once every table but that of the labels has come whole. */
    public GraphView view() {
        List.of(GraphTables.USES, GraphTables.IDENTIFIERS, GraphTables.PAIRS, GraphTables.ACCOUNTS)
                .forEach(this::finish);
        return rows.view(moment);
    }

    /** byte[accounts]: 1 fraud, -1 legit, 0 unknown; not copied. */
    public byte[] labels() {
        return labels;
    }

    private static List<String> words(Map<String, String> metadata, String key) {
        String joined = metadata.getOrDefault(key, "");
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    private static int count(Map<String, String> metadata, String key) {
        long number = number(metadata, key);
        if (number < 0 || number > Integer.MAX_VALUE - 8) {
            throw malformed("The view says that it has " + number + " " + key, "it was not Ringsight that wrote it");
        }
        return (int) number;
    }

    private static long number(Map<String, String> metadata, String key) {
        try {
            return Long.parseLong(metadata.getOrDefault(key, ""));
        } catch (NumberFormatException e) {
            throw malformed("The metadata of the table has no number '" + key + "'", "it is no table of a graph view");
        }
    }

    private static RingsightException malformed(String what, String maybe) {
        return new RingsightException(ErrorCode.INPUT_MALFORMED, what + ".", "Maybe " + maybe + ".");
    }
}

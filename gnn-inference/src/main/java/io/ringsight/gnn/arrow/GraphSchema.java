package io.ringsight.gnn.arrow;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * The tables by which a {@link io.ringsight.gnn.graph.GraphView} and what a network said of it are handed over. A row number is the
 * number of the account, identifier, pair or use; rows come in batches, in order. The files' metadata names the moment, the relations,
 * the columns of every list of features, and the hash of the schema.
 *
 * <table>
 * <caption>accounts.arrow, one row an account</caption>
 * <tr><th>name</th><th>type</th><th>null</th><th>meaning</th></tr>
 * <tr><td>id_hash</td><td>int64</td><td>no</td><td>hash of the account id; free of keys and numbering</td></tr>
 * <tr><td>created_at</td><td>timestamp[ms, UTC]</td><td>no</td><td>its creation</td></tr>
 * <tr><td>first_pair</td><td>int32</td><td>no</td><td>row of its first pair; its last is before that of the next account</td></tr>
 * <tr><td>features</td><td>fixed_size_list&lt;float32&gt;</td><td>no</td><td>columns by metadata, not scaled</td></tr>
 * </table>
 *
 * <table>
 * <caption>identifiers.arrow, one row a shared identifier, by relation</caption>
 * <tr><th>name</th><th>type</th><th>null</th><th>meaning</th></tr>
 * <tr><td>relation</td><td>int8</td><td>no</td><td>ordinal of its identifier type</td></tr>
 * <tr><td>number</td><td>int32</td><td>no</td><td>its number in the snapshot</td></tr>
 * <tr><td>first_use</td><td>int32</td><td>no</td><td>row of its first use; its last is before that of the next identifier</td></tr>
 * </table>
 *
 * <table>
 * <caption>pairs.arrow, one row an account with an identifier, by (account, identifier)</caption>
 * <tr><th>name</th><th>type</th><th>null</th><th>meaning</th></tr>
 * <tr><td>account</td><td>int32</td><td>no</td><td>row of the account</td></tr>
 * <tr><td>identifier</td><td>int32</td><td>no</td><td>row of the identifier, and by it the relation</td></tr>
 * <tr><td>first_seen</td><td>timestamp[ms, UTC]</td><td>no</td><td>first sighting</td></tr>
 * <tr><td>distance</td><td>float32</td><td>no</td><td>of a resemblance, 0 when it was seen itself</td></tr>
 * <tr><td>features</td><td>fixed_size_list&lt;float32&gt;</td><td>no</td><td>columns by metadata</td></tr>
 * </table>
 *
 * <table>
 * <caption>uses.arrow, one row a pair again, by (identifier, account)</caption>
 * <tr><th>name</th><th>type</th><th>null</th><th>meaning</th></tr>
 * <tr><td>account</td><td>int32</td><td>no</td><td>row of the account</td></tr>
 * <tr><td>pair</td><td>int32</td><td>no</td><td>row of the pair</td></tr>
 * </table>
 *
 * <table>
 * <caption>labels, one row an account; sent with a view, not written</caption>
 * <tr><th>name</th><th>type</th><th>null</th><th>meaning</th></tr>
 * <tr><td>label</td><td>int8</td><td>no</td><td>1 known as fraud, -1 as legit, 0 unknown</td></tr>
 * </table>
 *
 * <table>
 * <caption>embeddings.arrow, one row an account</caption>
 * <tr><th>name</th><th>type</th><th>null</th><th>meaning</th></tr>
 * <tr><td>log_odds</td><td>float32</td><td>no</td><td>of fraud, natural</td></tr>
 * <tr><td>embedding</td><td>fixed_size_list&lt;float32&gt;</td><td>no</td><td>numbers of the last layer</td></tr>
 * </table>
 *
 * <p>What {@code embed} writes has a column more ahead of these, {@code account_id} (utf8, no null), and is sorted by it.
 */
public final class GraphSchema {
    private static final ArrowType FLOAT32 = new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);

    private GraphSchema() {}

    static List<Field> accounts(int columns) {
        return List.of(
                integer("id_hash", 64), time("created_at"), integer("first_pair", 32), floats("features", columns));
    }

    static List<Field> identifiers() {
        return List.of(integer("relation", 8), integer("number", 32), integer("first_use", 32));
    }

    static List<Field> pairs(int columns) {
        return List.of(
                integer("account", 32),
                integer("identifier", 32),
                time("first_seen"),
                number("distance"),
                floats("features", columns));
    }

    static List<Field> uses() {
        return List.of(integer("account", 32), integer("pair", 32));
    }

    static List<Field> labels() {
        return List.of(integer("label", 8));
    }

    static List<Field> embeddings(int width) {
        return List.of(number("log_odds"), floats("embedding", width));
    }

    static List<Field> named(int width) {
        var fields = new ArrayList<Field>();
        fields.add(column("account_id", ArrowType.Utf8.INSTANCE));
        fields.addAll(embeddings(width));
        return fields;
    }

    private static Field integer(String name, int bits) {
        return column(name, new ArrowType.Int(bits, true));
    }

    private static Field number(String name) {
        return column(name, FLOAT32);
    }

    private static Field time(String name) {
        return column(name, new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC"));
    }

    private static Field floats(String name, int size) {
        var type = FieldType.notNullable(new ArrowType.FixedSizeList(size));
        return new Field(name, type, List.of(column("item", FLOAT32)));
    }

    private static Field column(String name, ArrowType type) {
        return new Field(name, FieldType.notNullable(type), List.of());
    }
}

package io.ringsight.gnn.feature;

import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * The two tables by which a snapshot is handed over. A row number is the node's number in the snapshot; the rows of a
 * table come in batches, in order. A list column is a compressed sparse row index: its offset buffer is the row pointer
 * (one more entry than rows), its data buffer the neighbours.
 *
 * <p>Accounts:
 *
 * <table>
 * <caption>one row an account</caption>
 * <tr><th>name</th><th>type</th><th>null</th><th>meaning</th></tr>
 * <tr><td>id_hash</td><td>int64</td><td>no</td><td>{@linkplain AccountHash hash} of the account id; free of keys and numbering</td></tr>
 * <tr><td>scale</td><td>float32</td><td>no</td><td>1 / (sum of the weights of its identifiers), 0 without any</td></tr>
 * <tr><td>neighbours</td><td>list&lt;int32&gt;</td><td>no</td><td>its identifiers, each once, ascending</td></tr>
 * </table>
 *
 * <p>Identifiers:
 *
 * <table>
 * <caption>one row an identifier</caption>
 * <tr><th>name</th><th>type</th><th>null</th><th>meaning</th></tr>
 * <tr><td>type</td><td>int8</td><td>no</td><td>ordinal of its identifier type</td></tr>
 * <tr><td>scale</td><td>float32</td><td>no</td><td>its weight / its degree; the weight is degree^strength</td></tr>
 * <tr><td>neighbours</td><td>list&lt;int32&gt;</td><td>no</td><td>its accounts, each once, ascending</td></tr>
 * </table>
 */
public final class SnapshotSchema {
    public static final String ID_HASH = "id_hash";
    public static final String TYPE = "type";
    public static final String SCALE = "scale";
    public static final String NEIGHBOURS = "neighbours";

    private static final ArrowType INT8 = new ArrowType.Int(8, true);
    private static final ArrowType INT32 = new ArrowType.Int(32, true);
    private static final ArrowType INT64 = new ArrowType.Int(64, true);
    private static final ArrowType FLOAT32 = new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);

    private static final Schema ACCOUNTS = new Schema(List.of(column(ID_HASH, INT64), column(SCALE, FLOAT32), list()));
    private static final Schema IDENTIFIERS = new Schema(List.of(column(TYPE, INT8), column(SCALE, FLOAT32), list()));

    private SnapshotSchema() {}

    public static Schema accounts() {
        return ACCOUNTS;
    }

    public static Schema identifiers() {
        return IDENTIFIERS;
    }

    private static Field column(String name, ArrowType type) {
        return new Field(name, FieldType.notNullable(type), List.of());
    }

    private static Field list() {
        return new Field(NEIGHBOURS, FieldType.notNullable(new ArrowType.List()), List.of(column("item", INT32)));
    }
}

package io.ringsight.gnn.arrow;

import io.ringsight.gnn.feature.SnapshotSchema;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;

/**
 * Consecutive rows of one of the tables of {@link SnapshotSchema}. Its buffers live until the batch is closed.
 *
 * @param firstRow number of its first row in the table
 * @param columns its columns
 */
public record RowBatch(int firstRow, VectorSchemaRoot columns) implements AutoCloseable {

    public int rows() {
        return columns.getRowCount();
    }

    /** How many neighbours all rows have together. */
    public int edges() {
        return list().getDataVector().getValueCount();
    }

    /** int32[rows + 1]: where each row's neighbours begin, starting from 0. */
    public ArrowBuf offsets() {
        return list().getOffsetBuffer();
    }

    /** int32[edges]; at least four bytes long. */
    public ArrowBuf neighbours() {
        return list().getDataVector().getDataBuffer();
    }

    /** float32[rows] */
    public ArrowBuf scale() {
        return column(SnapshotSchema.SCALE).getDataBuffer();
    }

    /** int64[rows]; of accounts only. */
    public ArrowBuf idHashes() {
        return column(SnapshotSchema.ID_HASH).getDataBuffer();
    }

    private ListVector list() {
        return (ListVector) column(SnapshotSchema.NEIGHBOURS);
    }

    private FieldVector column(String name) {
        return columns.getVector(name);
    }

    @Override
    public void close() {
        columns.close();
    }
}

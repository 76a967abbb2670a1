package io.ringsight.gnn.arrow;

import io.ringsight.gnn.feature.SnapshotSchema;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;

/** Writes as many rows as a batch may hold into fresh Arrow buffers. */
final class RowBatchWriter {
    private RowBatchWriter() {}

    static RowBatch write(RowSource source, int firstRow, BatchLimits limits, BufferAllocator allocator) {
        int end = firstRow;
        long room = 0;
        while (end < source.rows() && end - firstRow < limits.rows() && room < limits.edges()) {
            room += source.mostNeighbours(end++);
        }
        if (room > limits.edges() && end - firstRow > 1) {
            room -= source.mostNeighbours(--end);
        }
        var columns = VectorSchemaRoot.create(source.schema(), allocator);
        try {
            fill(columns, source, firstRow, end, Math.toIntExact(room));
        } catch (RuntimeException | Error failure) {
            columns.close();
            throw failure;
        }
        return new RowBatch(firstRow, columns);
    }

    private static void fill(VectorSchemaRoot columns, RowSource source, int firstRow, int end, int room) {
        int rows = end - firstRow;
        FieldVector description = columns.getVector(0);
        var scale = (Float4Vector) columns.getVector(SnapshotSchema.SCALE);
        var list = (ListVector) columns.getVector(SnapshotSchema.NEIGHBOURS);
        var neighbours = (IntVector) list.getDataVector();
        description.setInitialCapacity(rows);
        description.allocateNew();
        scale.allocateNew(rows);
        list.setInitialCapacity(rows);
        list.allocateNew();
        neighbours.allocateNew(Math.max(room, 1));
        var offsets = list.getOffsetBuffer();
        int position = 0;
        offsets.setInt(0, 0);
        for (int row = firstRow; row < end; row++) {
            int index = row - firstRow;
            source.describe(row, description, index);
            scale.set(index, source.scale(row));
            position = source.neighbours(row, neighbours::set, position);
            BitVectorHelper.setBit(list.getValidityBuffer(), index);
            offsets.setInt((index + 1L) * Integer.BYTES, position);
        }
        list.setLastSet(rows - 1);
        columns.setRowCount(rows);
    }
}

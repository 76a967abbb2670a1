package io.ringsight.gnn.arrow;

import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;

/** Columns of a batch by name, and lists of numbers in them. */
final class Columns {
    private Columns() {}

    static IntVector integers(VectorSchemaRoot batch, String name) {
        return (IntVector) batch.getVector(name);
    }

    static TimeStampMilliTZVector times(VectorSchemaRoot batch, String name) {
        return (TimeStampMilliTZVector) batch.getVector(name);
    }

    static void put(FieldVector vector, int row, float[] values) {
        var list = (FixedSizeListVector) vector;
        var numbers = (Float4Vector) list.getDataVector();
        list.setNotNull(row);
        for (int i = 0; i < values.length; i++) {
            numbers.setSafe(row * values.length + i, values[i]);
        }
    }

    static void get(FieldVector vector, int row, float[] values) {
        var numbers = (Float4Vector) ((FixedSizeListVector) vector).getDataVector();
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(row * values.length + i);
        }
    }
}

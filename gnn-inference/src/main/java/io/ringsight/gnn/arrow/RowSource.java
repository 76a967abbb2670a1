package io.ringsight.gnn.arrow;

import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.Schema;

/** One table of a snapshot, row by row. */
interface RowSource {

    Schema schema();

    int rows();

    /** An upper bound of {@link #neighbours}, cheap to tell. */
    int mostNeighbours(int row);

    /** Writes the neighbours of a row, ascending, each once, from {@code position}; returns the position after them. */
    int neighbours(int row, NeighbourSink sink, int position);

    float scale(int row);

    /** Sets what this table alone has: the hash of an account id, the type of an identifier. */
    void describe(int row, FieldVector first, int index);

    /** Where neighbours go. */
    interface NeighbourSink {
        void set(int position, int neighbour);
    }
}

package io.ringsight.gnn.arrow;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A table of {@link GraphSchema} on its way out, to a file or to another process.
 *
 * @param name of the file, without its ending
 * @param rows how many
 * @param filler of batches, in order
 */
public record Table(String name, Schema schema, int rows, Filler filler) {
    /** Rows of a batch but the last; what a batch of the widest table weighs stays far below what one message may. */
    public static final int BATCH = 1 << 15;

    /** Puts rows from {@code first} into a batch. */
    public interface Filler {
        void fill(VectorSchemaRoot batch, int first, int rows, BufferAllocator allocator);
    }

    /** What is done with a batch once it is filled. */
    public interface Taker<E extends Exception> {
        void take() throws E;
    }

    /** Fills one batch after the other. What was in it before is let go, not written over. */
    public <E extends Exception> void through(VectorSchemaRoot batch, BufferAllocator allocator, Taker<E> taker)
            throws E {
        for (int first = 0; first < rows; first += BATCH) {
            int count = Math.min(BATCH, rows - first);
            filler.fill(batch, first, count, allocator);
            batch.setRowCount(count);
            taker.take();
        }
    }
}

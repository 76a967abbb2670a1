package io.ringsight.gnn.arrow;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.memory.util.MemoryUtil;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;

/** Columns of a batch by name, all of their rows at once. None has a null. */
final class Columns {
    private Columns() {}

    /** Fresh memory for a column, to be written: of numbers, of those in a list when it has lists. */
    static ByteBuffer fresh(VectorSchemaRoot batch, String name, int rows, BufferAllocator allocator) {
        FieldVector column = batch.getVector(name);
        int bytes = bytes(column, rows);
        try (ArrowBuf data = allocator.buffer(bytes)) {
            load(column, rows, data, allocator);
            return data.nioBuffer(0, bytes).order(ByteOrder.nativeOrder());
        }
    }

    /** A column that is that direct buffer, for as long as anybody holds it; nothing is copied. */
    static void lend(VectorSchemaRoot batch, String name, int rows, ByteBuffer lent, BufferAllocator allocator) {
        try (ArrowBuf data = allocator.wrapForeignAllocation(new Lent(lent))) {
            load(batch.getVector(name), rows, data, allocator);
        }
    }

    /** Keeps a buffer from being collected while Arrow looks at its memory. */
    private static final class Lent extends ForeignAllocation {
        private final ByteBuffer kept;

        Lent(ByteBuffer kept) {
            super(kept.remaining(), MemoryUtil.getByteBufferAddress(kept));
            this.kept = kept;
        }

        @Override
        protected void release0() {
            Reference.reachabilityFence(kept);
        }
    }

    private static void load(FieldVector column, int rows, ArrowBuf data, BufferAllocator allocator) {
        if (column instanceof FixedSizeListVector list) {
            try (ArrowBuf none = allocator.getEmpty()) {
                list.loadFieldBuffers(new ArrowFieldNode(rows, 0), List.of(none));
            }
        }
        FieldVector numbers = numbers(column);
        int values = rows * listSize(column);
        try (ArrowBuf none = allocator.getEmpty()) {
            numbers.loadFieldBuffers(new ArrowFieldNode(values, 0), List.of(none, data));
        }
    }

    static ByteBuffer bytes(VectorSchemaRoot batch, String name) {
        FieldVector column = batch.getVector(name);
        FieldVector numbers = numbers(column);
        if (column.getNullCount() > 0 || numbers.getNullCount() > 0) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "Column " + name + " has nulls.",
                    "Maybe write 0 for what is unknown: no column may have any.");
        }
        int bytes = bytes(column, batch.getRowCount());
        return numbers.getDataBuffer().nioBuffer(0, bytes).order(ByteOrder.nativeOrder());
    }

    static IntBuffer integers(VectorSchemaRoot batch, String name) {
        return bytes(batch, name).asIntBuffer();
    }

    static LongBuffer longs(VectorSchemaRoot batch, String name) {
        return bytes(batch, name).asLongBuffer();
    }

    static FloatBuffer floats(VectorSchemaRoot batch, String name) {
        return bytes(batch, name).asFloatBuffer();
    }

    private static int bytes(FieldVector column, int rows) {
        var numbers = (BaseFixedWidthVector) numbers(column);
        return Math.multiplyExact(Math.multiplyExact(rows, listSize(column)), numbers.getTypeWidth());
    }

    private static FieldVector numbers(FieldVector column) {
        return column instanceof FixedSizeListVector list ? list.getDataVector() : column;
    }

    private static int listSize(FieldVector column) {
        return column instanceof FixedSizeListVector list ? list.getListSize() : 1;
    }
}

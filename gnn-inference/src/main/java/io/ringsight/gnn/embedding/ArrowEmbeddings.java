package io.ringsight.gnn.embedding;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** Rows in Arrow buffers of at most {@value #ROWS} rows each. */
final class ArrowEmbeddings implements AccountEmbeddings {
    static final int ROWS = 1 << 16;

    private final int accountCount;
    private final int dimension;
    private final String device;
    private final BufferAllocator allocator;
    private final List<ArrowBuf> chunks = new ArrayList<>();
    private boolean closed;

    /** All zero. */
    ArrowEmbeddings(int accountCount, int dimension, String device) {
        this.accountCount = accountCount;
        this.dimension = dimension;
        this.device = device;
        this.allocator = new RootAllocator();
        try {
            for (int first = 0; first < accountCount; first += ROWS) {
                ArrowBuf chunk = allocator.buffer((long) rowsFrom(first) * rowBytes());
                chunks.add(chunk);
                chunk.setZero(0, chunk.capacity());
            }
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /** The buffer that begins with that row, a multiple of {@link #ROWS}. */
    ArrowBuf chunk(int firstRow) {
        return chunks.get(firstRow / ROWS);
    }

    /** How many rows that buffer has. */
    int rowsFrom(int firstRow) {
        return Math.min(ROWS, accountCount - firstRow);
    }

    @Override
    public int accountCount() {
        return accountCount;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public float value(int account, int column) {
        return open(account).getFloat(offset(account) + (long) column * Float.BYTES);
    }

    @Override
    public void copyRow(int account, float[] row) {
        open(account)
                .nioBuffer(offset(account), rowBytes())
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .get(row, 0, dimension);
    }

    @Override
    public double cosine(int accountA, int accountB) {
        ArrowBuf a = open(accountA);
        ArrowBuf b = open(accountB);
        long offsetA = offset(accountA);
        long offsetB = offset(accountB);
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int column = 0; column < dimension; column++) {
            double x = a.getFloat(offsetA + (long) column * Float.BYTES);
            double y = b.getFloat(offsetB + (long) column * Float.BYTES);
            dot += x * y;
            squareA += x * x;
            squareB += y * y;
        }
        if (squareA == 0 || squareB == 0) {
            return 0;
        }
        return Math.clamp(dot / Math.sqrt(squareA * squareB), -1.0, 1.0);
    }

    private ArrowBuf open(int account) {
        if (closed) {
            throw new IllegalStateException("The embeddings of " + accountCount + " accounts are closed.");
        }
        if (account < 0 || account >= accountCount) {
            throw new IndexOutOfBoundsException("Account " + account + " of " + accountCount + ".");
        }
        return chunks.get(account / ROWS);
    }

    private long offset(int account) {
        return (long) (account % ROWS) * rowBytes();
    }

    private int rowBytes() {
        return dimension * Float.BYTES;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            chunks.forEach(ArrowBuf::close);
            allocator.close();
        }
    }

    @Override
    public String toString() {
        return accountCount + " rows of " + dimension + " numbers";
    }
}

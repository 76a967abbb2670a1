package io.ringsight.gnn.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import org.apache.arrow.memory.ArrowBuf;

/**
 * Looks at an Arrow buffer as a tensor: no copy on CPU, one transfer on CUDA. Writes go both ways on CPU. Close the
 * tensor before the buffer.
 */
final class TensorView {
    private TensorView() {}

    /** The first {@code shape.size()} values of the buffer. */
    static NDArray of(ArrowBuf buffer, DataType type, Shape shape, NDManager manager) {
        long bytes = shape.size() * type.getNumOfBytes();
        if (bytes > Integer.MAX_VALUE) {
            throw new RingsightException(
                    ErrorCode.TOO_LARGE,
                    "A batch of " + bytes + " bytes does not fit one buffer of at most " + Integer.MAX_VALUE + ".",
                    "Maybe use smaller batches.");
        }
        return manager.create(buffer.nioBuffer(0, (int) bytes), shape, type);
    }
}

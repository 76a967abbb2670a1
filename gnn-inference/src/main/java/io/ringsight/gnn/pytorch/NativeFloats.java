package io.ringsight.gnn.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Java arrays as tensors by way of memory off the heap: one copy at memory speed, where DJL's own takes fifty times that. */
final class NativeFloats {
    private NativeFloats() {}

    static PtNDArray of(float[] values, NDManager manager, long... shape) {
        if (values.length == 0) {
            return (PtNDArray) manager.create(new Shape(shape), DataType.FLOAT32);
        }
        ByteBuffer buffer = room(values.length, Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return (PtNDArray) manager.create(buffer, new Shape(shape), DataType.FLOAT32);
    }

    static PtNDArray of(int[] values, NDManager manager) {
        if (values.length == 0) {
            return (PtNDArray) manager.create(new Shape(0), DataType.INT32);
        }
        ByteBuffer buffer = room(values.length, Integer.BYTES);
        buffer.asIntBuffer().put(values);
        return (PtNDArray) manager.create(buffer, new Shape(values.length), DataType.INT32);
    }

    /** The numbers of a tensor of any device. DJL's own way from a GPU leaves its copy behind until the manager is closed. */
    static float[] read(PtNDArray tensor) {
        if (tensor.getDevice().isGpu()) {
            try (var host = (PtNDArray) tensor.toDevice(Device.cpu(), false)) {
                return read(host);
            }
        }
        float[] values = new float[Math.toIntExact(tensor.getShape().size())];
        tensor.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer().get(values);
        return values;
    }

    /** A buffer of {@link #room} as a tensor, no copy. */
    static PtNDArray view(ByteBuffer buffer, DataType type, NDManager manager, long... shape) {
        var of = new Shape(shape);
        return (PtNDArray) (of.size() == 0 ? manager.create(of, type) : manager.create(buffer, of, type));
    }

    /** Memory for that many numbers of that many bytes; at least one, since libtorch wants an address. */
    static ByteBuffer room(long numbers, int bytes) {
        long size = Math.max(1, numbers) * bytes;
        if (size > Integer.MAX_VALUE) {
            throw new RingsightException(
                    ErrorCode.TOO_LARGE,
                    "A table of " + size + " bytes does not fit one buffer of at most " + Integer.MAX_VALUE + ".",
                    "Maybe use fewer feature columns, or a machine of its own for every part of the graph.");
        }
        return ByteBuffer.allocateDirect((int) size).order(ByteOrder.nativeOrder());
    }
}

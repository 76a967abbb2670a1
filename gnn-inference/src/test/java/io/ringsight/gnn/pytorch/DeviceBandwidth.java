package io.ringsight.gnn.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteBuffer;

/** What a CUDA device can move, as PyTorch sees it, GB/s. */
public record DeviceBandwidth(double copy, double upload) {
    private static final int NUMBERS = 1 << 28;

    /** The best of ten copies of 1 GiB within the device (bytes read and written), and of five uploads of a quarter of it from pageable memory. */
    public static DeviceBandwidth measure() {
        double copy = 0;
        double upload = 0;
        try (var manager = NativeLibrary.load().newBaseManager(Device.gpu())) {
            var from = manager.zeros(new Shape(NUMBERS), DataType.FLOAT32).addi(1.5f);
            from.duplicate().close(); // so that the room is there
            for (int run = 0; run < 10; run++) {
                wait(from);
                long start = System.nanoTime();
                for (int i = 0; i < 10; i++) {
                    from.duplicate().close();
                }
                wait(from);
                copy = Math.max(copy, 10 * 8.0 * NUMBERS / (System.nanoTime() - start));
            }
            ByteBuffer buffer = NativeFloats.room(NUMBERS / 4, Float.BYTES);
            for (int run = 0; run < 5; run++) {
                long start = System.nanoTime();
                try (var tensor = (PtNDArray) manager.create(buffer, new Shape(NUMBERS / 4), DataType.FLOAT32)) {
                    wait(tensor);
                    upload = Math.max(upload, (double) NUMBERS / (System.nanoTime() - start));
                }
            }
        }
        return new DeviceBandwidth(copy, upload);
    }

    private static void wait(NDArray tensor) {
        try (var first = tensor.get("0:1")) {
            first.toFloatArray();
        }
    }
}

package io.ringsight.gnn.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

class TorchSessionTest {

    @Test
    void aTensorAndItsArrowBufferAreTheSameMemory() {
        Engine engine = NativeLibrary.load();
        try (var allocator = new RootAllocator();
                ArrowBuf buffer = allocator.buffer(16);
                NDManager manager = engine.newBaseManager(ai.djl.Device.cpu())) {
            buffer.setFloat(4, 1.5f);
            var tensor = TensorView.of(buffer, DataType.FLOAT32, new Shape(4), manager);
            assertThat(tensor.toFloatArray()[1]).isEqualTo(1.5f);
            tensor.addi(2);
            assertThat(buffer.getFloat(4)).isEqualTo(3.5f);
        }
    }

    @Test
    void refusesABatchLargerThanABuffer() {
        try (var allocator = new RootAllocator();
                ArrowBuf buffer = allocator.buffer(16);
                NDManager manager = NativeLibrary.load().newBaseManager(ai.djl.Device.cpu())) {
            assertThatThrownBy(() -> TensorView.of(buffer, DataType.FLOAT32, new Shape(1L << 29), manager))
                    .isInstanceOfSatisfying(
                            RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
        }
    }

    @Test
    void saysSoWhenCudaIsAskedForAndThereIsNone() {
        assumeFalse(NativeLibrary.load().hasCapability(StandardCapabilities.CUDA), "there is a CUDA device");
        assertThatThrownBy(() -> TorchSession.start(new TorchSettings(TorchDevice.CUDA, 1)))
                .isInstanceOfSatisfying(RingsightException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.DEVICE_UNAVAILABLE);
                    assertThat(e.hint()).startsWith("Maybe");
                });
    }

    @Test
    void takesTheCpuByItselfWhenThereIsNoCuda() {
        assumeFalse(NativeLibrary.load().hasCapability(StandardCapabilities.CUDA), "there is a CUDA device");
        try (var session = TorchSession.start(TorchSettings.DEFAULT)) {
            assertThat(session.device()).isEqualTo("cpu");
        }
    }

    @Test
    void saysHowMuchMemoryWasMissing() {
        try (var session = TorchSession.start(new TorchSettings(TorchDevice.CPU, 1))) {
            assertThatThrownBy(() -> session.zeros(Integer.MAX_VALUE, 1 << 20))
                    .isInstanceOf(RingsightException.class)
                    .hasMessageContaining("8589934588 MB");
        }
    }

    @Test
    void theArchiveHasTheSameBytesEveryTime() {
        assertThat(GraphOperations.archive()).isEqualTo(GraphOperations.archive());
    }

    @Test
    void theNativeLibraryIsUnpackedIntoTheUsersCacheFolder() {
        assertThat(NativeLibrary.cacheFolder(Map.of("XDG_CACHE_HOME", "/var/caches")))
                .isEqualTo(Path.of("/var/caches/ringsight/djl"));
        assertThat(NativeLibrary.cacheFolder(Map.of()))
                .startsWithRaw(Path.of(System.getProperty("user.home")))
                .endsWithRaw(Path.of("ringsight", "djl"));
    }
}

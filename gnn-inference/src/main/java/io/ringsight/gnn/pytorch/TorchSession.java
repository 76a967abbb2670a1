package io.ringsight.gnn.pytorch;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.ringsight.gnn.arrow.RowBatch;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;

/**
 * Everything PyTorch holds for one computation; closing it frees that. Arrow buffers given to a method are looked at
 * only while it runs. Not thread-safe; the thread count is the JVM's.
 */
public final class TorchSession implements AutoCloseable {
    private final Device device;
    private final NDManager manager;
    private final Model model;
    private final PtSymbolBlock operations;

    private TorchSession(Device device, NDManager manager, Model model) {
        this.device = device;
        this.manager = manager;
        this.model = model;
        this.operations = (PtSymbolBlock) model.getBlock();
    }

    /**
     * Starts PyTorch if this JVM has not yet.
     *
     * @throws RingsightException with {@code ENGINE_UNAVAILABLE} when it cannot be loaded, {@code DEVICE_UNAVAILABLE} when it has
     *     not the device
     */
    public static TorchSession start(TorchSettings settings) {
        Engine engine = NativeLibrary.load();
        Device device = choose(settings.device(), engine);
        JniUtils.setNumThreads(settings.threads());
        JniUtils.setGraphExecutorOptimize(false);
        Model model = engine.newModel("ops", device);
        try {
            model.load(new ByteArrayInputStream(GraphOperations.archive()));
        } catch (IOException | MalformedModelException e) {
            model.close();
            throw new RingsightException(
                    ErrorCode.INTERNAL, "PyTorch does not take our operations: " + e.getMessage(), "", e);
        }
        return new TorchSession(device, engine.newBaseManager(device), model);
    }

    /**
     * Starts PyTorch if this JVM has not yet and it matters.
     *
     * @throws RingsightException with {@code DEVICE_UNAVAILABLE} when CUDA is asked for and there is none
     */
    public static void require(TorchDevice asked) {
        if (asked == TorchDevice.CUDA) {
            choose(asked, NativeLibrary.load());
        }
    }

    static Device choose(TorchDevice asked, Engine engine) {
        boolean cuda = asked != TorchDevice.CPU && engine.hasCapability(StandardCapabilities.CUDA);
        if (asked == TorchDevice.CUDA && !cuda) {
            throw new RingsightException(
                    ErrorCode.DEVICE_UNAVAILABLE,
                    "PyTorch " + engine.getVersion() + " sees no CUDA device.",
                    "Maybe there is no GPU, or PYTORCH_LIBRARY_PATH, PYTORCH_VERSION and PYTORCH_FLAVOR name no CUDA build.");
        }
        return cuda ? Device.gpu() : Device.cpu();
    }

    /** {@code cpu} or {@code cuda}. */
    public String device() {
        return device.isGpu() ? "cuda" : "cpu";
    }

    /** float32[rows][columns], all zero, until the session is closed. */
    public Matrix zeros(int rows, int columns) {
        try {
            return new Matrix((PtNDArray) manager.zeros(new Shape(rows, columns), DataType.FLOAT32), rows, columns);
        } catch (EngineException e) {
            throw new RingsightException(
                    ErrorCode.ENGINE_UNAVAILABLE,
                    "PyTorch has no room on the " + device() + " for " + rows + " rows of " + columns + " numbers ("
                            + ((long) rows * columns * Float.BYTES >> 20) + " MB).",
                    "Maybe give the process more memory.",
                    e);
        }
    }

    /** Copies float32[count][columns] from the buffer over the rows of {@code target} from {@code firstRow}. */
    public void put(ArrowBuf rows, int count, Matrix target, int firstRow) {
        try (var call = new Call("put")) {
            call.tensor(rows, DataType.FLOAT32, new Shape(count, target.columns()));
            call.tensor(target).number(firstRow).run();
        }
    }

    /** Each row of the batch becomes, in {@code target}, scale * (sum of its neighbours' rows in {@code source}). */
    public void aggregate(RowBatch batch, Matrix source, Matrix target) {
        try (var call = new Call("aggregate")) {
            call.tensor(source);
            call.tensor(batch.neighbours(), DataType.INT32, new Shape(batch.edges()));
            call.tensor(batch.offsets(), DataType.INT32, new Shape(batch.rows() + 1L));
            call.tensor(batch.scale(), DataType.FLOAT32, new Shape(batch.rows()));
            call.tensor(target).number(batch.firstRow()).run();
        }
    }

    /**
     * Adds weight * (row / its length) to float32[count][columns] in the buffer, for {@code count} rows of {@code source}
     * from {@code firstRow}. A row not longer than 1e-6 counts as zero.
     */
    public void addNormalised(Matrix source, int firstRow, int count, double weight, ArrowBuf target) {
        try (var call = new Call("add_normalised");
                var host = manager.newSubManager(Device.cpu())) {
            call.tensor(source).number(firstRow).number(weight);
            call.tensor(TensorView.of(target, DataType.FLOAT32, new Shape(count, source.columns()), host));
            call.run();
        }
    }

    @Override
    public void close() {
        manager.close();
        model.close();
    }

    /** A float32 matrix on the session's device. */
    public static final class Matrix {
        private final PtNDArray tensor;
        private final int rows;
        private final int columns;

        private Matrix(PtNDArray tensor, int rows, int columns) {
            this.tensor = tensor;
            this.rows = rows;
            this.columns = columns;
        }

        public int rows() {
            return rows;
        }

        public int columns() {
            return columns;
        }
    }

    /** One call of an operation: its arguments, freed when it is closed. */
    private final class Call implements AutoCloseable {
        private final String operation;
        private final NDManager views = manager.newSubManager();
        private final List<IValue> arguments = new ArrayList<>();

        Call(String operation) {
            this.operation = operation;
        }

        Call tensor(Matrix matrix) {
            return tensor(matrix.tensor);
        }

        Call tensor(ArrowBuf buffer, DataType type, Shape shape) {
            return tensor(TensorView.of(buffer, type, shape, views));
        }

        Call tensor(NDArray tensor) {
            arguments.add(IValue.from((PtNDArray) tensor));
            return this;
        }

        Call number(long number) {
            arguments.add(IValue.from(number));
            return this;
        }

        Call number(double number) {
            arguments.add(IValue.from(number));
            return this;
        }

        void run() {
            IValueUtils.runMethod(operations, operation, arguments.toArray(IValue[]::new))
                    .close();
        }

        @Override
        public void close() {
            arguments.forEach(IValue::close);
            views.close();
        }
    }
}

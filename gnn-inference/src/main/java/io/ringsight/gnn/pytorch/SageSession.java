package io.ringsight.gnn.pytorch;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.Scaler;
import io.ringsight.gnn.model.Subgraph;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The network in PyTorch: forward passes over subgraphs, losses and their gradients. Closing it frees what it holds. Not
 * thread-safe; the thread count is the JVM's, and so is the collector of gradients: one training at a time in a JVM.
 */
public final class SageSession implements AutoCloseable {
    private final Engine engine;
    private final Device device;
    private final NDManager manager;
    private final Model model;
    private final PtSymbolBlock block;
    private final ModelShape shape;

    private SageSession(Engine engine, Device device, Model model, ModelShape shape) {
        this.engine = engine;
        this.device = device;
        this.manager = engine.newBaseManager(device);
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
        this.shape = shape;
    }

    /**
     * Starts PyTorch if this JVM has not yet.
     *
     * @throws RingsightException with {@code ENGINE_UNAVAILABLE} when it cannot be loaded, {@code DEVICE_UNAVAILABLE} when it has
     *     not the device
     */
    public static SageSession start(TorchSettings settings, ModelShape shape) {
        Engine engine = NativeLibrary.load();
        Device device = TorchSession.choose(settings.device(), engine);
        JniUtils.setNumThreads(settings.threads());
        JniUtils.setGraphExecutorOptimize(false);
        Model model = engine.newModel("sage", device);
        try {
            model.load(new ByteArrayInputStream(SageScript.archive(shape)));
        } catch (IOException | MalformedModelException e) {
            model.close();
            throw new RingsightException(
                    ErrorCode.INTERNAL, "PyTorch does not take our network: " + e.getMessage(), "", e);
        }
        return new SageSession(engine, device, model, shape);
    }

    /** {@code cpu} or {@code cuda}. */
    public String device() {
        return device.isGpu() ? "cuda" : "cpu";
    }

    public ModelShape shape() {
        return shape;
    }

    /** The features of a view, scaled, until it is closed. */
    public Features load(GraphView view, Scaler scaler) {
        return new Features(view, scaler);
    }

    /** What came of the seeds: log odds of fraud (natural), and embeddings float32[seeds][width]. */
    public record Seeds(float[] logOdds, float[] embeddings) {}

    /** A loss, and its gradient float32[parameters]. */
    public record Slope(double loss, float[] gradient) {}

    /** What a step learns from, on the device; made by any one thread, beside one that computes. Close it. */
    public final class Lesson implements AutoCloseable {
        private final String objective;
        private final Call call;

        private Lesson(String objective, Call call) {
            this.objective = objective;
            this.call = call;
        }

        @Override
        public void close() {
            call.close();
        }
    }

    /**
     * Forward pass.
     *
     * @param labels float32[subgraph accounts][2]: 1 where an account is known as fraud, as legit
     */
    public Seeds embed(Features features, float[] parameters, Subgraph subgraph, float[] labels) {
        try (var call = new Call(features, allColumns(), subgraph, labels)) {
            NDList out = call.run("embed", parameters);
            return new Seeds(NativeFloats.read((PtNDArray) out.get(0)), NativeFloats.read((PtNDArray) out.get(1)));
        }
    }

    /** The loss of a lesson and its slope at these parameters. */
    public Slope slope(Lesson lesson, float[] parameters) {
        try (var collector = engine.newGradientCollector()) {
            return lesson.call.slope(lesson.objective, parameters, collector);
        }
    }

    /**
     * Cross-entropy of the seeds, in nats.
     *
     * @param kept float32[columns]: by what each column of the accounts is multiplied, 0 to hide it
     * @param target float32[seeds], 0 to 1
     * @param weight float32[seeds], not all 0
     */
    public Lesson supervised(
            Features features, float[] kept, Subgraph subgraph, float[] labels, float[] target, float[] weight) {
        var call = new Call(features, kept, subgraph, labels);
        call.tensor(target, target.length).tensor(weight, weight.length);
        return new Lesson("supervised_loss", call);
    }

    /**
     * Which identifier was hidden from each seed, among those hidden from all: cross-entropy in nats (A. van den Oord, Y. Li, O.
     * Vinyals: Representation learning with contrastive predictive coding, arXiv 1807.03748, equation 4), cosine / 0.1.
     *
     * @param kept float32[columns]: by what each column of the accounts is multiplied, 0 to hide it
     * @param hidden int32[seeds]: local number of the identifier hidden from each
     */
    public Lesson contrast(Features features, float[] kept, Subgraph subgraph, float[] labels, int[] hidden) {
        var call = new Call(features, kept, subgraph, labels);
        call.tensor(hidden);
        return new Lesson("contrast_loss", call);
    }

    private float[] allColumns() {
        float[] kept = new float[shape.accountFeatures()];
        Arrays.fill(kept, 1);
        return kept;
    }

    /** A whole graph to compute over, until it is closed. */
    public SageGraph graph(Features features, RelationGraph graph, float[] parameters) {
        return new SageGraph((PtNDManager) manager.newSubManager(), block, shape, features, graph, parameters);
    }

    @Override
    public void close() {
        manager.close();
        model.close();
    }

    /** Of one view: float32[accounts][columns] and float32[pairs][columns] on the device. */
    public final class Features implements AutoCloseable {
        private final NDManager own = manager.newSubManager();
        final PtNDArray accounts;
        final PtNDArray pairs;

        private Features(GraphView view, Scaler scaler) {
            int width = view.accounts().width();
            int count = view.graph().accountCount();
            ByteBuffer rows = NativeFloats.room((long) count * width, Float.BYTES);
            var floats = rows.asFloatBuffer();
            float[] row = new float[width];
            for (int account = 0; account < count; account++) {
                view.accounts().copyRow(account, row, 0);
                scaler.apply(row);
                floats.put(row);
            }
            this.accounts = NativeFloats.view(rows, DataType.FLOAT32, own, count, width);
            int pairCount = view.graph().pairCount();
            this.pairs = NativeFloats.view(view.pairs().rows(), DataType.FLOAT32, own, pairCount, PairFeatures.WIDTH);
        }

        @Override
        public void close() {
            own.close();
        }
    }

    /** One call of a method: its arguments but the parameters, which come first; freed when it is closed. */
    private final class Call implements AutoCloseable {
        private final PtNDManager views = (PtNDManager) manager.newSubManager();
        private final NDManager host = views.newSubManager(Device.cpu());
        private final NDList arguments = new NDList();

        Call(Features features, float[] kept, Subgraph graph, float[] labels) {
            arguments.add(features.accounts);
            tensor(kept, kept.length);
            arguments.add(features.pairs);
            tensor(graph.accounts()).tensor(labels, graph.accounts().length, 2);
            tensor(graph.listenOffsets()).tensor(graph.listenIdentifier()).tensor(graph.listenPair());
            tensor(graph.listenInside(), graph.listenInside().length);
            tensor(graph.listenKept(), graph.listenKept().length);
            tensor(graph.relation()).tensor(graph.speakOffsets()).tensor(graph.speakAccount());
            tensor(graph.speakPair()).tensor(graph.speakKept(), graph.speakKept().length);
            arguments.add(NativeFloats.of(graph.counts(), host)); // read one by one: each would wait for a GPU
        }

        Call tensor(float[] values, long... dimensions) {
            arguments.add(NativeFloats.of(values, views, dimensions));
            return this;
        }

        Call tensor(int[] values) {
            arguments.add(NativeFloats.of(values, views));
            return this;
        }

        NDList run(String method, float[] parameters) {
            IValue[] inputs = with(NativeFloats.of(parameters, views, parameters.length)).stream()
                    .map(tensor -> IValue.from((PtNDArray) tensor))
                    .toArray(IValue[]::new);
            try (IValue out = IValueUtils.runMethod(block, method, inputs)) {
                return out.toNDList(views);
            } finally {
                Arrays.stream(inputs).forEach(IValue::close);
            }
        }

        /** DJL keeps gradients only of what it runs as training, where the method's name comes as a tensor's. */
        Slope slope(String method, float[] values, GradientCollector collector) {
            try (var step = (PtNDManager) views.newSubManager();
                    var parameters = NativeFloats.of(values, step, values.length)) {
                parameters.setRequiresGradient(true);
                var name = step.create(new Shape(0));
                name.setName("module_method:" + method);
                var inputs = with(parameters);
                inputs.add(name);
                NDArray loss = block.forward(new ParameterStore(step, false), inputs, true)
                        .singletonOrThrow();
                loss.attach(step);
                collector.backward(loss);
                try (var gradient = (PtNDArray) parameters.getGradient()) {
                    return new Slope(loss.getFloat(), NativeFloats.read(gradient));
                }
            }
        }

        private NDList with(PtNDArray parameters) {
            var inputs = new NDList(parameters);
            inputs.addAll(arguments);
            return inputs;
        }

        @Override
        public void close() {
            views.close();
        }
    }
}

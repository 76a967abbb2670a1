package io.ringsight.gnn.pytorch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.ingest.progress.Progress;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * A whole graph on the device: the network over all of it, a layer at a time, in the order of its rows. Bytes on the device, for A accounts, N identifiers, P pairs, width w and L layers: 8 A w + 4 L N w + 8 P (L + 4).
 * Not thread-safe.
 */
public final class SageGraph implements AutoCloseable {
    private static final Chunk IN_CACHE = new Chunk(2048, 1 << 17);
    private static final Chunk FOR_A_GPU = new Chunk(1 << 18, 1 << 22);

    /** Most rows and edges of one call: few enough to stay in a CPU's cache, or enough to keep a GPU busy. */
    private record Chunk(int rows, int edges) {}

    private final PtNDManager manager;
    private final PtSymbolBlock block;
    private final ModelShape shape;
    private final RelationGraph graph;
    private final SageSession.Features features;
    private final PtNDArray parameters;
    private final PtNDArray relation; // int32[N]
    private final PtNDArray listenOffsets; // int32[A + 1]
    private final PtNDArray listenIdentifier; // int32[P]
    private final PtNDArray speakOffsets; // int32[N + 1]
    private final PtNDArray speakAccount; // int32[P]
    private final PtNDArray speakPair; // int32[P]
    private final PtNDArray hidden; // float32[A][width]
    private final PtNDArray logOdds; // float32[A]
    private final PtNDArray[] sums; // float32[N][width] by layer, then float32[N][2] of labels
    private final PtNDArray[] loudness; // float32[N][1] by layer, then of labels
    private final Chunk chunk;

    SageGraph(
            PtNDManager manager,
            PtSymbolBlock block,
            ModelShape shape,
            SageSession.Features features,
            RelationGraph graph,
            float[] parameters) {
        this.manager = manager;
        this.block = block;
        this.shape = shape;
        this.graph = graph;
        this.features = features;
        this.chunk = manager.getDevice().isGpu() ? FOR_A_GPU : IN_CACHE;
        this.parameters = NativeFloats.of(parameters, manager, parameters.length);
        int[] relations = new int[graph.identifierCount()];
        Arrays.setAll(relations, graph::type);
        this.relation = NativeFloats.of(relations, manager);
        ByteBuffer rows = NativeFloats.room(graph.accountCount() + 1L, Integer.BYTES);
        ByteBuffer identifiers = NativeFloats.room(graph.pairCount(), Integer.BYTES);
        graph.copyListening(rows.asIntBuffer(), identifiers.asIntBuffer());
        this.listenOffsets = integers(rows, graph.accountCount() + 1L);
        this.listenIdentifier = integers(identifiers, graph.pairCount());
        ByteBuffer uses = NativeFloats.room(graph.identifierCount() + 1L, Integer.BYTES);
        ByteBuffer accounts = NativeFloats.room(graph.pairCount(), Integer.BYTES);
        ByteBuffer pairs = NativeFloats.room(graph.pairCount(), Integer.BYTES);
        graph.copySpeaking(uses.asIntBuffer(), accounts.asIntBuffer(), pairs.asIntBuffer());
        this.speakOffsets = integers(uses, graph.identifierCount() + 1L);
        this.speakAccount = integers(accounts, graph.pairCount());
        this.speakPair = integers(pairs, graph.pairCount());
        this.hidden = zeros(manager, graph.accountCount(), shape.width());
        this.logOdds = zeros(manager, graph.accountCount());
        this.sums = new PtNDArray[shape.layers() + 1];
        this.loudness = new PtNDArray[shape.layers() + 1];
        for (int layer = 0; layer <= shape.layers(); layer++) {
            sums[layer] = zeros(manager, graph.identifierCount(), layer < shape.layers() ? shape.width() : 2);
            loudness[layer] = zeros(manager, graph.identifierCount(), 1);
        }
    }

    private PtNDArray integers(ByteBuffer buffer, long count) {
        return NativeFloats.view(buffer, DataType.INT32, manager, count);
    }

    private static PtNDArray zeros(PtNDManager manager, long... shape) {
        return (PtNDArray) manager.zeros(new Shape(shape), DataType.FLOAT32);
    }

    /**
     * The forward pass over all accounts.
     *
     * @param labels float32[accounts][2]: 1 where an account is known as fraud, as legit
     */
    public void run(float[] labels, Progress progress) {
        progress.begin("graph network", 3L * shape.layers() + 4);
        try (var work = (PtNDManager) manager.newSubManager()) {
            PtNDArray known = NativeFloats.of(labels, work, graph.accountCount(), 2);
            PtNDArray open = zeros(work, shape.gates(), graph.pairCount());
            PtNDArray message = zeros(work, graph.accountCount(), shape.width());
            for (int pair = 0; pair < graph.pairCount(); pair += chunk.edges()) {
                int last = Math.min(graph.pairCount(), pair + chunk.edges());
                call("gate_rows", pair, last, parameters, features.pairs, listenIdentifier, relation, open);
            }
            step(progress);
            accounts("encode_rows", false, parameters, features.accounts, hidden);
            step(progress);
            for (int layer = 1; layer <= shape.layers(); layer++) {
                PtNDArray sum = sums[layer - 1];
                PtNDArray loud = loudness[layer - 1];
                accounts("message_rows_" + layer, false, parameters, hidden, message);
                step(progress);
                identifiers(
                        "speak_rows_" + layer,
                        parameters,
                        open,
                        message,
                        relation,
                        speakOffsets,
                        speakAccount,
                        speakPair,
                        sum,
                        loud);
                step(progress);
                accounts(
                        "listen_rows_" + layer,
                        true,
                        parameters,
                        open,
                        hidden,
                        message,
                        relation,
                        listenOffsets,
                        listenIdentifier,
                        sum,
                        loud);
                step(progress);
            }
            PtNDArray sum = sums[shape.layers()];
            PtNDArray loud = loudness[shape.layers()];
            identifiers("label_rows", parameters, open, known, speakOffsets, speakAccount, speakPair, sum, loud);
            step(progress);
            accounts(
                    "risk_rows",
                    true,
                    parameters,
                    open,
                    hidden,
                    known,
                    listenOffsets,
                    listenIdentifier,
                    sum,
                    loud,
                    logOdds);
            step(progress);
        } finally {
            progress.end();
        }
    }

    private static void step(Progress progress) {
        progress.check();
        progress.advance(1);
    }

    private void accounts(String method, boolean edges, PtNDArray... tensors) {
        chunks(method, edges, graph.accountCount(), graph::firstPair, tensors);
    }

    private void identifiers(String method, PtNDArray... tensors) {
        chunks(method, true, graph.identifierCount(), graph::firstUse, tensors);
    }

    /** Consecutive rows; a hub is a chunk of its own. */
    private void chunks(String method, boolean edges, int rows, IntUnaryOperator offset, PtNDArray... tensors) {
        for (int first = 0; first < rows; ) {
            int last = Math.min(rows, first + chunk.rows());
            int from = offset.applyAsInt(first);
            while (last > first + 1 && offset.applyAsInt(last) - from > chunk.edges()) {
                last = first + (last - first) / 2;
            }
            if (edges) {
                call(method, new long[] {first, last, from, offset.applyAsInt(last)}, tensors);
            } else {
                call(method, first, last, tensors);
            }
            first = last;
        }
    }

    private void call(String method, long first, long last, PtNDArray... tensors) {
        call(method, new long[] {first, last}, tensors);
    }

    private void call(String method, long[] numbers, PtNDArray... tensors) {
        IValue[] inputs = Stream.concat(
                        Arrays.stream(tensors).map(IValue::from),
                        Arrays.stream(numbers).mapToObj(IValue::from))
                .toArray(IValue[]::new);
        IValueUtils.runMethod(block, method, inputs).close();
        Arrays.stream(inputs).forEach(IValue::close);
    }

    /** Natural log odds of fraud of every account, float32[accounts]. */
    public float[] logOdds() {
        return NativeFloats.read(logOdds);
    }

    /** Copies the embeddings of some accounts, float32[last - first][width]. */
    public void copyEmbeddings(int first, int last, FloatBuffer target) {
        try (var rows = (PtNDArray) hidden.get("{}:{}", first, last)) {
            target.put(NativeFloats.read(rows));
        }
    }

    /**
     * What identifiers have said, in the memory of the JVM. Arrays are not copied.
     *
     * @param sums float32[N * width] by layer, then float32[N * 2] of labels
     * @param loudness float32[N] by layer, then of labels
     */
    public record Said(float[][] sums, float[][] loudness) {}

    /** A copy, after {@link #run}. */
    public Said said() {
        return new Said(read(sums), read(loudness));
    }

    private static float[][] read(PtNDArray[] tensors) {
        return Arrays.stream(tensors).map(NativeFloats::read).toArray(float[][]::new);
    }

    @Override
    public void close() {
        manager.close();
    }
}

package io.ringsight.gnn.pytorch;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.Views;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.model.Subgraph;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.KnownLabels;
import io.ringsight.gnn.training.NeighbourSampler;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Writes a network, inputs and what the CPU makes of them for another runtime to repeat: {@code sage.pt}, {@code tensors.bin} and
 * {@code tensors.txt} (name, type, offset, dimensions). Argument: a folder.
 */
final class SageExport {
    private static final int ACCOUNTS = 5000;
    private static final int LAYERS = 2;

    private final OutputStream bytes;
    private final StringBuilder index = new StringBuilder();
    private long offset;

    private SageExport(OutputStream bytes) {
        this.bytes = bytes;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        GraphView view = Views.of(Graphs.random(ACCOUNTS, 1500, 3, 900));
        var model = Views.model(view, 64, LAYERS, 5);
        Files.write(folder.resolve("sage.pt"), SageScript.archive(model.shape()));
        try (var out = Files.newOutputStream(folder.resolve("tensors.bin"));
                var session = SageSession.start(new TorchSettings(TorchDevice.CPU, 1), model.shape());
                var features = session.load(view, model.scaler());
                var whole = session.graph(features, view.graph(), model.parameters())) {
            var export = new SageExport(out);
            byte[] known = Views.labels(ACCOUNTS, 4);
            export.floats("p", model.parameters(), model.parameters().length);
            export.floats(
                    "x",
                    NativeFloats.read(features.accounts),
                    ACCOUNTS,
                    model.shape().accountFeatures());
            export.floats(
                    "pairs", NativeFloats.read(features.pairs), view.graph().pairCount(), PairFeatures.WIDTH);
            float[] labels =
                    KnownLabels.columns(IntStream.range(0, ACCOUNTS).toArray(), known, 0, new SplittableRandom(1));
            export.floats("labels", labels, ACCOUNTS, 2);
            export.graph(view);
            whole.run(labels, Progress.silent());
            export.floats("cpu_log_odds", whole.logOdds(), ACCOUNTS);
            FloatBuffer embeddings = FloatBuffer.allocate(ACCOUNTS * 64);
            whole.copyEmbeddings(0, ACCOUNTS, embeddings);
            export.floats("cpu_embeddings", embeddings.array(), ACCOUNTS, 64);
            var random = new SplittableRandom(2);
            int[] seeds = IntStream.range(0, 256).map(i -> i * 19).toArray();
            var subgraph = new NeighbourSampler(view.graph(), LAYERS, FanOut.DEFAULT).sample(seeds, random);
            float[] kept = ones(model.shape().accountFeatures());
            float[] seen = KnownLabels.columns(subgraph.accounts(), known, 0.5, random);
            float[] target = new float[seeds.length];
            for (int i = 0; i < target.length; i += 4) {
                target[i] = 1;
            }
            export.subgraph(subgraph, kept, seen, target);
            try (var lesson = session.supervised(features, kept, subgraph, seen, target, ones(seeds.length))) {
                var slope = session.slope(lesson, model.parameters());
                export.floats("cpu_loss", new float[] {(float) slope.loss()}, 1);
                export.floats("cpu_gradient", slope.gradient(), slope.gradient().length);
            }
            Files.writeString(folder.resolve("tensors.txt"), export.index);
        }
    }

    private void graph(GraphView view) throws IOException {
        var graph = view.graph();
        ByteBuffer rows = NativeFloats.room(graph.accountCount() + 1L, Integer.BYTES);
        ByteBuffer identifiers = NativeFloats.room(graph.pairCount(), Integer.BYTES);
        graph.copyListening(rows.asIntBuffer(), identifiers.asIntBuffer());
        ByteBuffer uses = NativeFloats.room(graph.identifierCount() + 1L, Integer.BYTES);
        ByteBuffer accounts = NativeFloats.room(graph.pairCount(), Integer.BYTES);
        ByteBuffer pairs = NativeFloats.room(graph.pairCount(), Integer.BYTES);
        graph.copySpeaking(uses.asIntBuffer(), accounts.asIntBuffer(), pairs.asIntBuffer());
        integers("listen_offsets", array(rows));
        integers("listen_identifier", array(identifiers));
        integers("speak_offsets", array(uses));
        integers("speak_account", array(accounts));
        integers("speak_pair", array(pairs));
        integers(
                "relation",
                IntStream.range(0, graph.identifierCount()).map(graph::type).toArray());
    }

    private void subgraph(Subgraph graph, float[] kept, float[] labels, float[] target) throws IOException {
        floats("s_kept", kept, kept.length);
        integers("s_accounts", graph.accounts());
        floats("s_labels", labels, graph.accounts().length, 2);
        integers("s_listen_offsets", graph.listenOffsets());
        integers("s_listen_identifier", graph.listenIdentifier());
        integers("s_listen_pair", graph.listenPair());
        floats("s_inside", graph.listenInside(), graph.listenInside().length);
        floats("s_listen_kept", graph.listenKept(), graph.listenKept().length);
        integers("s_relation", graph.relation());
        integers("s_speak_offsets", graph.speakOffsets());
        integers("s_speak_account", graph.speakAccount());
        integers("s_speak_pair", graph.speakPair());
        floats("s_speak_kept", graph.speakKept(), graph.speakKept().length);
        integers("s_counts", graph.counts());
        floats("s_target", target, target.length);
    }

    private static int[] array(ByteBuffer buffer) {
        int[] values = new int[buffer.capacity() / Integer.BYTES];
        buffer.asIntBuffer().get(values);
        return values;
    }

    private static float[] ones(int size) {
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private void floats(String name, float[] values, int... shape) throws IOException {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        write(name, "float32", buffer, shape);
    }

    private void integers(String name, int[] values) throws IOException {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        write(name, "int32", buffer, values.length);
    }

    private void write(String name, String type, ByteBuffer values, int... shape) throws IOException {
        index.append(name).append(' ').append(type).append(' ').append(offset);
        Arrays.stream(shape).forEach(size -> index.append(' ').append(size));
        index.append('\n');
        bytes.write(values.array());
        offset += values.capacity();
    }
}

package io.ringsight.gnn.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.StandardCapabilities;
import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.Views;
import io.ringsight.gnn.embedding.FastRp;
import io.ringsight.gnn.embedding.FastRpParameters;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.inference.GraphScores;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.KnownLabels;
import io.ringsight.gnn.training.LabelColumns;
import io.ringsight.gnn.training.NeighbourSampler;
import io.ringsight.gnn.training.Trainer;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.gnn.training.TrainingView;
import io.ringsight.ingest.progress.Progress;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The CPU is the oracle. Skipped where there is no CUDA device. */
class CudaTest {
    private static final TorchSettings CPU = new TorchSettings(TorchDevice.CPU, 1);
    private static final TorchSettings CUDA = new TorchSettings(TorchDevice.CUDA, 1);
    private static final int ACCOUNTS = 4000;

    @BeforeEach
    void onlyWithADevice() {
        assumeTrue(NativeLibrary.load().hasCapability(StandardCapabilities.CUDA), "no CUDA device");
    }

    @Test
    void isTakenByItself() {
        try (var session = TorchSession.start(TorchSettings.DEFAULT)) {
            assertThat(session.device()).isEqualTo("cuda");
        }
    }

    @Test
    void theWholeGraphAgrees() {
        GraphView view = Views.of(Graphs.random(ACCOUNTS, 900, 3, 900));
        byte[] known = Views.labels(ACCOUNTS, 4);
        var model = Views.model(view, 64, 2, 5);
        try (var cpu = GraphScores.of(model, view, known, CPU, Progress.silent());
                var cuda = GraphScores.of(model, view, known, CUDA, Progress.silent())) {
            assertClose(cuda.logOdds(), cpu.logOdds());
            assertClose(embeddings(cuda), embeddings(cpu));
            for (int account = 0; account < ACCOUNTS; account += 97) {
                assertThat(cuda.score(account).logOdds())
                        .isCloseTo(cpu.score(account).logOdds(), within(1e-4f));
            }
        }
    }

    private static float[] embeddings(GraphScores scores) {
        FloatBuffer rows = FloatBuffer.allocate(ACCOUNTS * scores.width());
        scores.copyEmbeddings(0, ACCOUNTS, rows);
        return rows.array();
    }

    @Test
    void aStepAgrees() {
        GraphView view = Views.of(Graphs.random(ACCOUNTS, 900, 3, 900));
        var model = Views.model(view, 64, 2, 6);
        var random = new SplittableRandom(1);
        int[] seeds = IntStream.range(0, 256).toArray();
        var subgraph = new NeighbourSampler(view.graph(), 2, FanOut.DEFAULT).sample(seeds, random);
        float[] labels = KnownLabels.columns(subgraph.accounts(), Views.labels(ACCOUNTS, 4), 0, random);
        float[] kept = new float[model.shape().accountFeatures()];
        float[] weight = new float[seeds.length];
        Arrays.fill(kept, 1);
        Arrays.fill(weight, 1);
        var slopes = Arrays.asList(CPU, CUDA).stream()
                .map(settings -> {
                    try (var session = SageSession.start(settings, model.shape());
                            var features = session.load(view, model.scaler());
                            var lesson = session.supervised(features, kept, subgraph, labels, everyFourth(), weight)) {
                        return session.slope(lesson, model.parameters());
                    }
                })
                .toList();
        assertThat(slopes.getLast().loss()).isCloseTo(slopes.getFirst().loss(), within(1e-4));
        assertClose(slopes.getLast().gradient(), slopes.getFirst().gradient());
    }

    /** One in four is fraud. */
    private static float[] everyFourth() {
        float[] target = new float[256];
        for (int i = 0; i < target.length; i += 4) {
            target[i] = 1;
        }
        return target;
    }

    @Test
    void aTrainingLearnsAsMuch() {
        var snapshot = Graphs.random(ACCOUNTS, 900, 3, 900);
        var views = List.of(new TrainingView(Views.of(snapshot), LabelColumns.of(snapshot, List.of())));
        var parameters = new TrainingParameters(32, 2, FanOut.DEFAULT, 256, 2, 0, 1, 5e-3, 1e-2, 1.0, 0, 7);
        double[] losses = Arrays.asList(CPU, CUDA).stream()
                .mapToDouble(settings -> new Trainer(views, parameters, settings, Progress.silent())
                        .unsupervised()
                        .curve()
                        .getLast()
                        .loss())
                .toArray();
        assertThat(losses[1]).isCloseTo(losses[0], within(1e-2));
    }

    @Test
    void projectedEmbeddingsAgree() {
        var graph = Graphs.random(ACCOUNTS, 900, 3, 900);
        try (var cpu = new FastRp(FastRpParameters.DEFAULT, CPU).embed(graph, Progress.silent());
                var cuda = new FastRp(FastRpParameters.DEFAULT, CUDA).embed(graph, Progress.silent())) {
            assertThat(cuda.device()).isEqualTo("cuda");
            float[] expected = new float[cpu.dimension()];
            float[] actual = new float[cpu.dimension()];
            for (int account = 0; account < ACCOUNTS; account++) {
                cpu.copyRow(account, expected);
                cuda.copyRow(account, actual);
                assertClose(actual, expected);
            }
        }
    }

    private static void assertClose(float[] actual, float[] expected) {
        float largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(largest).isLessThan(1e-4f);
    }
}

package io.ringsight.gnn.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.Views;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.Resemblances;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.SageSession;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.KnownLabels;
import io.ringsight.gnn.training.NeighbourSampler;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphScoresTest {
    private static final TorchSettings ONE_THREAD = new TorchSettings(TorchDevice.CPU, 1);

    private final GraphView view = Views.of(Graphs.random(400, 150, 3, 900));
    private final byte[] known = Views.labels(400, 4);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void agreesWithTheDefinitionInDoublePrecision(int layers) {
        var model = Views.model(view, 16, layers, 5);
        var plain = new PlainSage(model, view, known);
        try (var scores = scores(model, view, known)) {
            float[] logOdds = scores.logOdds();
            FloatBuffer embeddings = FloatBuffer.allocate(400 * 16);
            scores.copyEmbeddings(0, 400, embeddings);
            for (int account = 0; account < 400; account++) {
                assertThat((double) logOdds[account]).isCloseTo(plain.logOdds[account], within(1e-4));
                for (int i = 0; i < 16; i++) {
                    assertThat((double) embeddings.get(account * 16 + i))
                            .isCloseTo(plain.hidden[account][i], within(1e-4));
                }
            }
        }
    }

    @Test
    void aSampleOfEverythingGivesTheSameAsTheWholeGraph() {
        var model = Views.model(view, 16, 2, 6);
        try (var scores = scores(model, view, known);
                var session = SageSession.start(ONE_THREAD, model.shape());
                var features = session.load(view, model.scaler())) {
            float[] expected = scores.logOdds();
            var random = new SplittableRandom(1);
            int[] seeds =
                    IntStream.range(0, 400).filter(account -> account % 7 == 0).toArray();
            var subgraph = new NeighbourSampler(view.graph(), 2, FanOut.UNLIMITED).sample(seeds, random);
            float[] labels = KnownLabels.columns(subgraph.accounts(), known, 0, random);
            float[] actual = session.embed(features, model.parameters(), subgraph, labels)
                    .logOdds();
            for (int i = 0; i < seeds.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[seeds[i]], within(1e-5f));
            }
        }
    }

    @Test
    void oneAccountAloneGetsWhatItGetsAmongAll() {
        var model = Views.model(view, 16, 2, 7);
        try (var scores = scores(model, view, known)) {
            float[] expected = scores.logOdds();
            FloatBuffer embeddings = FloatBuffer.allocate(400 * 16);
            scores.copyEmbeddings(0, 400, embeddings);
            for (int account = 0; account < 400; account++) {
                var score = scores.score(account);
                assertThat(score.logOdds()).isCloseTo(expected[account], within(1e-5f));
                assertThat(score.embedding()[3]).isCloseTo(embeddings.get(account * 16 + 3), within(1e-5f));
                assertThat(scores.score(account).logOdds()).isEqualTo(score.logOdds());
            }
        }
    }

    @Test
    void anAccountsOwnLabelNeverReachesItsOwnScore() {
        var model = Views.model(view, 16, 2, 8);
        try (var scores = scores(model, view, known)) {
            float[] before = scores.logOdds();
            for (int account = 0; account < 20; account++) {
                byte[] changed = known.clone();
                changed[account] = (byte) (known[account] == 1 ? -1 : 1);
                try (var others = scores(model, view, changed)) {
                    assertThat(others.logOdds()[account]).isCloseTo(before[account], within(1e-5f));
                }
            }
        }
    }

    @Test
    void theLabelOfANeighbourDoes() {
        var pair = Views.of(Graphs.of("alice:1 bob:1"));
        var model = Views.model(pair, 8, 2, 9);
        try (var unknown = scores(model, pair, new byte[] {0, 0});
                var fraud = scores(model, pair, new byte[] {0, 1})) {
            assertThat(fraud.logOdds()[0]).isNotEqualTo(unknown.logOdds()[0]);
            assertThat(fraud.logOdds()[1]).isEqualTo(unknown.logOdds()[1]);
        }
    }

    @Test
    void somebodyNewHearsTheUsersOfItsIdentifiers() {
        var model = Views.model(view, 16, 2, 10);
        float[] row = new float[model.shape().accountFeatures()];
        float[] pairs = new float[PairFeatures.WIDTH];
        try (var scores = scores(model, view, known)) {
            var first = scores.forApplicants().score(new Applicant(row, new int[] {0}, pairs, new boolean[1], 0));
            var other = scores.forApplicants().score(new Applicant(row, new int[] {40}, pairs, new boolean[1], 0));
            var nobody = scores.forApplicants().score(new Applicant(row, new int[0], new float[0], new boolean[0], 0));
            assertThat(first.logOdds()).isNotEqualTo(other.logOdds()).isNotEqualTo(nobody.logOdds());
        }
    }

    @Test
    void theBytesDoNotDependOnTheThreads() {
        var model = Views.model(view, 32, 2, 11);
        try (var one = scores(model, view, known);
                var two =
                        GraphScores.of(model, view, known, new TorchSettings(TorchDevice.CPU, 2), Progress.silent())) {
            assertThat(two.logOdds()).isEqualTo(one.logOdds());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice: bob:", "alice:1 bob:2"})
    void aGraphInWhichNothingIsSharedHasScoresToo(String text) {
        var lonely = Views.of(Graphs.of(text));
        var model = Views.model(lonely, 8, 2, 12);
        try (var scores = scores(model, lonely, new byte[2])) {
            assertThat(scores.logOdds()[0]).isFinite();
            assertThat(scores.score(0).logOdds()).isCloseTo(scores.logOdds()[0], within(1e-5f));
        }
    }

    @Test
    void refusesAViewOfAnotherSchema() {
        var model = Views.model(view, 8, 1, 13);
        var more = new AccountTable(List.of("evidence_bits"), List.of(new float[400]));
        var snapshot = Graphs.random(400, 150, 3, 900);
        var other = GraphView.of(snapshot, snapshot.newestTime(), Resemblances.none(), more, Progress.silent());
        assertThatThrownBy(() -> scores(model, other, known))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("is evidence_bits where none is expected");
    }

    private static GraphScores scores(GraphModel model, GraphView view, byte[] known) {
        return GraphScores.of(model, view, known, ONE_THREAD, Progress.silent());
    }
}

package io.ringsight.gnn.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.arrow.BatchLimits;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FastRpTest {
    private static final TorchSettings ONE_THREAD = new TorchSettings(TorchDevice.CPU, 1);
    private static final FastRp FAST_RP = new FastRp(FastRpParameters.DEFAULT, ONE_THREAD);

    @Test
    void accountsThatShareIdentifiersPointTheSameWay() {
        var graph = Graphs.of("alice:1,2 bob:1,2 carol:3 dan:3,4");
        try (var embeddings = FAST_RP.embed(graph, Progress.silent())) {
            int alice = graph.findAccount("alice");
            assertThat(embeddings.cosine(alice, graph.findAccount("bob"))).isGreaterThan(0.99);
            assertThat(embeddings.cosine(alice, graph.findAccount("carol"))).isLessThan(0.4);
        }
    }

    @Test
    void aRareIdentifierBindsMoreThanAHub() {
        var hub = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            hub.append(" other").append(i).append(":9,").append(100 + i);
        }
        var graph = Graphs.of("alice:1,9 bob:1,9" + hub);
        try (var embeddings = FAST_RP.embed(graph, Progress.silent())) {
            int alice = graph.findAccount("alice");
            double rare = embeddings.cosine(alice, graph.findAccount("bob"));
            double common = embeddings.cosine(alice, graph.findAccount("other7"));
            assertThat(rare).isGreaterThan(0.95).isGreaterThan(common + 0.5);
        }
    }

    @Test
    void repeatedSightingsCountOnce() {
        var once = Graphs.of("alice:1,2 bob:2,3");
        var again = Graphs.of("alice:1,2,2,2 bob:2,3,3");
        assertThat(rows(once, FAST_RP)).isDeepEqualTo(rows(again, FAST_RP));
    }

    @Test
    void anAccountWithoutIdentifiersHasZeros() {
        var graph = Graphs.of("alice:1 bob:1 lonely:");
        try (var embeddings = FAST_RP.embed(graph, Progress.silent())) {
            int lonely = graph.findAccount("lonely");
            float[] row = new float[embeddings.dimension()];
            embeddings.copyRow(lonely, row);
            assertThat(row).containsOnly(0f);
            assertThat(embeddings.cosine(lonely, graph.findAccount("alice"))).isZero();
        }
    }

    @Test
    void snapshotsWithoutAccountsOrSightingsAreEmbedded() {
        try (var none = FAST_RP.embed(Graphs.empty(), Progress.silent());
                var unseen = FAST_RP.embed(Graphs.of("alice: bob:"), Progress.silent())) {
            assertThat(none.accountCount()).isZero();
            assertThat(unseen.accountCount()).isEqualTo(2);
            assertThat(unseen.cosine(0, 1)).isZero();
        }
    }

    @Test
    void bytesDoNotDependOnThreadsOrRepetition() {
        var graph = Graphs.random(30_000, 40_000, 5);
        float[][] one = rows(graph, FAST_RP);
        float[][] two = rows(graph, new FastRp(FastRpParameters.DEFAULT, new TorchSettings(TorchDevice.CPU, 2)));
        float[][] four = rows(graph, new FastRp(FastRpParameters.DEFAULT, new TorchSettings(TorchDevice.CPU, 4)));
        assertThat(Arrays.deepEquals(one, two)).isTrue();
        assertThat(Arrays.deepEquals(one, four)).isTrue();
        assertThat(Arrays.deepEquals(one, rows(graph, FAST_RP))).isTrue();
    }

    @Test
    void bytesDoNotDependOnHowRowsAreCutIntoBatches() {
        var graph = Graphs.random(300, 200, 11);
        var cut = new FastRp(FastRpParameters.DEFAULT, ONE_THREAD, new BatchLimits(7, 20));
        assertThat(rows(graph, cut)).isDeepEqualTo(rows(graph, FAST_RP));
    }

    @Test
    void chunksOfTheResultMeetWithoutAGap() {
        int accounts = ArrowEmbeddings.ROWS + 3;
        var graph = Graphs.random(accounts, 1000, 2);
        var small = new FastRp(new FastRpParameters(3, List.of(1.0), 0, 1), ONE_THREAD);
        try (var embeddings = small.embed(graph, Progress.silent())) {
            assertThat(embeddings.accountCount()).isEqualTo(accounts);
            float[] row = new float[3];
            for (int account = ArrowEmbeddings.ROWS - 2; account < accounts; account++) {
                embeddings.copyRow(account, row);
                assertThat(row[2]).isEqualTo(embeddings.value(account, 2));
                boolean unused = graph.firstSighting(account) == graph.firstSighting(account + 1);
                double squares = row[0] * row[0] + row[1] * row[1] + row[2] * row[2];
                assertThat(squares).isCloseTo(unused ? 0 : 1, within(1e-5));
            }
        }
    }

    @Test
    void anotherSeedGivesOtherRows() {
        var graph = Graphs.of("alice:1 bob:1");
        var other = new FastRp(FastRpParameters.DEFAULT.withSeed(7), ONE_THREAD);
        assertThat(Arrays.deepEquals(rows(graph, other), rows(graph, FAST_RP))).isFalse();
    }

    @Test
    void nothingLeaksOverTwoHundredRuns() {
        var graph = Graphs.random(60, 40, 3);
        float[][] first = rows(graph, FAST_RP);
        for (int run = 0; run < 200; run++) { // allocators throw on close when a buffer is left
            assertThat(rows(graph, FAST_RP)).isDeepEqualTo(first);
        }
    }

    @Test
    void embeddingsCannotBeReadOnceClosed() {
        var embeddings = FAST_RP.embed(Graphs.of("alice:1"), Progress.silent());
        embeddings.close();
        embeddings.close();
        assertThatThrownBy(() -> embeddings.value(0, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stopsWhenAsked() {
        assertThatThrownBy(() -> FAST_RP.embed(Graphs.of("alice:1"), Progress.silentUntil(() -> true)))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }

    static float[][] rows(IdentityGraph graph, Embedder embedder) {
        try (var embeddings = embedder.embed(graph, Progress.silent())) {
            float[][] rows = new float[embeddings.accountCount()][embeddings.dimension()];
            for (int account = 0; account < rows.length; account++) {
                embeddings.copyRow(account, rows[account]);
            }
            return rows;
        }
    }
}

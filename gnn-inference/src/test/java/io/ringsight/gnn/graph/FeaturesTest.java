package io.ringsight.gnn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.Views;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final long DAY = 86_400_000;

    @Test
    void tellsHowNearTheOthersAreInTime() {
        var view = shared(0, 3 * DAY, 100 * DAY);
        assertThat(view.pairs().value(0, PairFeatures.GAP)).isCloseTo((float) (Math.log(4) / 5), within(1e-6f));
        assertThat(view.pairs().value(0, PairFeatures.WITHIN_7_DAYS)).isEqualTo(0.5f);
        assertThat(view.pairs().value(0, PairFeatures.NAMES.indexOf("within_1_day")))
                .isZero();
        assertThat(view.pairs().value(2, PairFeatures.NAMES.indexOf("earlier"))).isEqualTo(1f);
    }

    @Test
    void tellsWhoSharesMoreThanOneRelation() {
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (int account = 0; account < 3; account++) {
            int number = builder.account("account-" + account, 0, 0, Double.NaN);
            builder.sighting(number, 0, new Token(0, 1), 0, 0);
            if (account < 2) {
                builder.sighting(number, 3, new Token(0, 2), 0, 0);
            }
        }
        var view = Views.of(builder.build());
        var graph = view.graph();
        int first = graph.firstPair(0);
        assertThat(graph.firstPair(1) - first).isEqualTo(2);
        assertThat(view.pairs().value(first, PairFeatures.TIED)).isEqualTo(0.5f);
        assertThat(view.pairs().value(first + 1, PairFeatures.TIED)).isOne();
    }

    @Test
    void everyNumberIsFiniteAndEveryColumnNamedOnce() {
        var view = Views.of(Graphs.random(300, 100, 2, 1000));
        assertThat(view.schema().accounts())
                .doesNotHaveDuplicates()
                .hasSize(view.accounts().width());
        for (int pair = 0; pair < view.graph().pairCount(); pair++) {
            for (int column = 0; column < PairFeatures.WIDTH; column++) {
                assertThat(view.pairs().value(pair, column)).isBetween(0f, 4f);
            }
        }
    }

    @Test
    void refusesWhatIsNotANumber() {
        assertThatThrownBy(() -> new AccountTable(List.of("bits"), List.of(new float[] {1, Float.NaN})))
                .isInstanceOfSatisfying(RingsightException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INPUT_MALFORMED);
                    assertThat(e.getMessage()).contains("bits", "account number 1", "NaN");
                    assertThat(e.hint()).startsWith("Maybe");
                });
    }

    @Test
    void refusesASnapshotThatKnowsTheFuture() {
        var snapshot = Graphs.of("alice:1 bob:1");
        assertThatThrownBy(() -> GraphView.of(snapshot, 999, Resemblances.none(), Views.noColumns(), Progress.silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe cut it with asOf first");
    }

    @Test
    void theHashOfTheSchemaChangesWithEveryName() {
        var schema = Views.of(Graphs.of("alice:1 bob:1")).schema();
        var other = new FeatureSchema(
                schema.relations(), schema.pairs(), schema.accounts().reversed());
        assertThat(other.hash()).isNotEqualTo(schema.hash()).hasSize(16);
        assertThatThrownBy(() -> schema.require(other)).hasMessageContaining("account column 0");
    }

    private static GraphView shared(long... times) {
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (int account = 0; account < times.length; account++) {
            int number = builder.account("account-" + account, times[account], times[account], Double.NaN);
            builder.sighting(number, 0, new Token(0, 1), times[account], times[account]);
        }
        return Views.of(builder.build());
    }
}

package io.ringsight.gnn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.Views;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationGraphTest {

    @Test
    void holdsWhatIsSharedAndEachPairOnce() {
        var graph = RelationGraph.of(Graphs.of("alice:1,2,2,9 bob:2 carol:7"), Resemblances.none());
        assertThat(graph.identifierCount()).isOne();
        assertThat(graph.pairCount()).isEqualTo(2);
        assertThat(graph.degree(0)).isEqualTo(2);
        assertThat(graph.accountCount()).isEqualTo(3);
    }

    @Test
    void bothRowsHoldTheSamePairs() {
        var graph = RelationGraph.of(Graphs.random(500, 200, 1, 50), Resemblances.none());
        var byAccount = new ArrayList<List<Integer>>();
        for (int account = 0; account < graph.accountCount(); account++) {
            for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
                byAccount.add(List.of(account, graph.identifierOf(pair), pair));
            }
        }
        var byIdentifier = new ArrayList<List<Integer>>();
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                byIdentifier.add(List.of(graph.accountOf(use), identifier, graph.pairOf(use)));
            }
        }
        assertThat(byIdentifier).containsExactlyInAnyOrderElementsOf(byAccount);
    }

    @Test
    void identifiersAreNumberedByRelation() {
        var graph = RelationGraph.of(Graphs.random(500, 200, 1, 50), Resemblances.none());
        for (int identifier = 1; identifier < graph.identifierCount(); identifier++) {
            assertThat(graph.type(identifier)).isGreaterThanOrEqualTo(graph.type(identifier - 1));
        }
    }

    @Test
    void whoeverUsesOneOfTwoThatResembleEachOtherUsesTheOtherAtADistance() {
        IdentityGraph snapshot = Graphs.of("alice:1 bob:2 carol:3");
        int one = snapshot.identifierOf(snapshot.firstSighting(snapshot.findAccount("alice")));
        int two = snapshot.identifierOf(snapshot.firstSighting(snapshot.findAccount("bob")));
        var near = new Resemblances(new int[] {one}, new int[] {two}, new float[] {0.5f});
        var graph = RelationGraph.of(snapshot, near);
        assertThat(graph.identifierCount()).isEqualTo(2);
        assertThat(graph.pairCount()).isEqualTo(4);
        int alice = snapshot.findAccount("alice");
        assertThat(List.of(graph.distance(graph.firstPair(alice)), graph.distance(graph.firstPair(alice) + 1)))
                .containsExactlyInAnyOrder(0f, 0.5f);
    }

    @Test
    void refusesADistanceThatIsNone() {
        assertThatThrownBy(() -> new Resemblances(new int[1], new int[1], new float[] {Float.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void aHubOfAHundredThousandIsARowLikeAnyOther() {
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (int account = 0; account < 100_000; account++) {
            int number = builder.account("account-" + account, 1000 + account, 1000 + account, Double.NaN);
            builder.sighting(number, 6, new Token(0, 1), 1000 + account, 1000 + account);
        }
        var view = Views.of(builder.build());
        assertThat(view.graph().degree(0)).isEqualTo(100_000);
        assertThat(view.pairs().value(0, PairFeatures.OTHERS)).isBetween(2f, 2.1f);
    }
}

package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.Population;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockedPairsTest {
    @Test
    void pairsAllThatShareAnIdentifierOnce() {
        IdentityGraph graph = SharedIdentifiersTest.random(3).graph();
        var expected = new HashSet<Long>();
        for (int a = 0; a < graph.accountCount(); a++) {
            for (int b = a + 1; b < graph.accountCount(); b++) {
                if (identifiers(graph, a).stream().anyMatch(identifiers(graph, b)::contains)) {
                    expected.add((long) a << 32 | b);
                }
            }
        }
        var pairs = BlockedPairs.of(graph);
        var found = new HashSet<Long>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            found.add((long) pairs.lower(pair) << 32 | pairs.higher(pair));
        }
        assertThat(found).isEqualTo(expected).hasSize(pairs.size());
    }

    @Test
    void aHubMakesPairsInProportionToItsAccounts() {
        int accounts = 500;
        var population = new Population();
        for (int i = 0; i < accounts; i++) {
            population.account("A" + i, i, "ip:one");
        }
        IdentityGraph graph = population.graph();
        var pairs = BlockedPairs.of(graph);
        assertThat(pairs.size()).isBetween(accounts, accounts * PairBlocks.NEXT);
        for (int pair = 0; pair < pairs.size(); pair++) {
            long apart = graph.createdAt(pairs.lower(pair)) - graph.createdAt(pairs.higher(pair));
            assertThat(Math.abs(apart)).isLessThanOrEqualTo(PairBlocks.NEXT * 86_400_000L);
        }
    }

    private static Set<Integer> identifiers(IdentityGraph graph, int account) {
        var identifiers = new HashSet<Integer>();
        for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
            identifiers.add(graph.identifierOf(s));
        }
        return identifiers;
    }
}

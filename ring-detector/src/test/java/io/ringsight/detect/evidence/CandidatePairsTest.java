package io.ringsight.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CandidatePairsTest {
    @Test
    void inASmallGroupEveryPairIsLookedAt() {
        var population = new Population();
        for (int i = 0; i < 5; i++) {
            population.account("A" + i, i, "device:one");
        }
        assertThat(pairs(population)).hasSize(10);
    }

    @Test
    void aPairThatSharesMuchIsLookedAtOnce() {
        var population = new Population()
                .account("A", 1, "device:one", "phone:p", "email:e")
                .account("B", 1, "device:one", "phone:p", "email:e");
        assertThat(pairs(population)).containsExactly("0-1");
    }

    @Property(tries = 20)
    void noCrowdCostsMoreThanTwoPairsAnAccountAndNobodyInItIsOutOfReach(
            @ForAll @IntRange(min = 6, max = 300) int size) {
        var population = new Population();
        for (int i = 0; i < size; i++) {
            population.account("A" + i, i % 7, "ip:carrier");
        }
        Set<String> pairs = pairs(population);
        assertThat(pairs.size()).isLessThanOrEqualTo(2 * size);
        var sets = new UnionFind(size);
        pairs.forEach(pair -> sets.union(
                Integer.parseInt(pair.substring(0, pair.indexOf('-'))),
                Integer.parseInt(pair.substring(pair.indexOf('-') + 1))));
        assertThat(sets.partition().groupCount()).isEqualTo(1);
    }

    @Test
    void aDrawnPairStandsForThoseThatWereNotDrawn() {
        var population = new Population();
        for (int i = 0; i < 400; i++) {
            population.account("A" + i, i, "ip:carrier");
        }
        CandidatePairs pairs = of(population.graph());
        double sum = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            sum += pairs.weight(pair, 400);
        }
        assertThat(sum).isBetween(0.95 * 400 * 399 / 2, 1.05 * 400 * 399 / 2);
    }

    private static Set<String> pairs(Population population) {
        CandidatePairs pairs = of(population.graph());
        Set<String> found = new HashSet<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            assertThat(pairs.lower(pair)).isLessThan(pairs.upper(pair));
            found.add(pairs.lower(pair) + "-" + pairs.upper(pair));
        }
        assertThat(found).hasSize(pairs.size());
        return found;
    }

    private static CandidatePairs of(IdentityGraph graph) {
        return CandidatePairs.of(
                graph,
                new AccountOrder(graph),
                new Frequencies(graph),
                NearIdentifiers.of(graph, true, Progress.silent()),
                CandidateParameters.defaults(),
                Progress.silent());
    }
}

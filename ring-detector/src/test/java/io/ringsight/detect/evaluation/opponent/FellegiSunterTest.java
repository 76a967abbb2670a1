package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.Population;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FellegiSunterTest {
    /** Twins share document, phone and device; everybody else at most a network. */
    private static Population twins() {
        var population = new Population();
        for (int i = 0; i < 300; i++) {
            String person = i < 60 ? "twin" + i / 2 : "own" + i;
            population.account(
                    "A%03d".formatted(i),
                    i,
                    "document:" + person,
                    "phone:" + person,
                    "device:" + (i % 7 == 0 ? "own" + i : person),
                    "ip:" + i % 40);
        }
        return population;
    }

    @Test
    void linksThoseWhoAgreeOnMuchAndNobodyElse() {
        Verdicts verdicts = SharedIdentifiersTest.judged(new FellegiSunter(), twins().graph(), List.of());
        var expected = new HashSet<Set<String>>();
        for (int i = 0; i < 60; i += 2) {
            expected.add(Set.of("A%03d".formatted(i), "A%03d".formatted(i + 1)));
        }
        assertThat(SharedIdentifiersTest.groups(verdicts)).isEqualTo(expected);
        assertThat(verdicts.links()).hasSize(30);
        for (Link link : verdicts.links()) {
            assertThat(CodePointOrder.INSTANCE.compare(link.accountA(), link.accountB()))
                    .isNegative();
            assertThat(link.probability()).isGreaterThanOrEqualTo(0.5);
        }
    }

    @Test
    void aLinksEvidenceAddsUpToItsProbability() {
        IdentityGraph graph = twins().graph();
        MatchModel model = FellegiSunter.model(new Fields(graph), BlockedPairs.of(graph));
        for (Link link : SharedIdentifiersTest.judged(new FellegiSunter(), graph, List.of())
                .links()) {
            double bits = LogOdds.bits(model.match())
                    + link.evidence().stream().mapToDouble(Evidence::bits).sum();
            assertThat(LogOdds.probability(bits)).isCloseTo(link.probability(), within(1e-9));
            assertThat(link.evidence()).extracting(Evidence::code).contains("SHARED_DOCUMENT");
        }
    }

    @Test
    void neitherKeyNorOrderShow() {
        Verdicts one = SharedIdentifiersTest.judged(new FellegiSunter(), twins().graph("key", 0), List.of());
        Verdicts other = SharedIdentifiersTest.judged(new FellegiSunter(), twins().graph("other", 9), List.of());
        assertThat(other.links()).isEqualTo(one.links());
        assertThat(other.risk()).isEqualTo(one.risk());
        assertThat(other.ring()).isEqualTo(one.ring());
    }
}

package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplinkTest {
    private static final int TWICE = 80;
    private static final int ONCE = 400;

    /** Some have two accounts with slips in them, others one; many have a common name, all one of a few networks. */
    private static People people() {
        var people = new People();
        for (int i = 0; i < TWICE; i++) {
            people.account("T%03da".formatted(i), person(i, ""));
            people.account("T%03db".formatted(i), person(i, i % 2 == 0 ? "~5" : ""));
        }
        for (int i = TWICE; i < TWICE + ONCE; i++) {
            people.account("S%03d".formatted(i), person(i, ""));
        }
        return people;
    }

    private static String[] person(int i, String slip) {
        boolean common = i % 4 == 1;
        return new String[] {
            "given_name:" + (common ? "john" : "g" + i),
            "surname:" + (common ? "smith" : "s" + i) + (common ? "" : slip),
            "birth_date:d" + i,
            "document:" + i + slip,
            "ip:" + i % 5
        };
    }

    private static final IdentityGraph GRAPH = people().graph();
    private static final Verdicts VERDICTS = SharedIdentifiersTest.judged(new Splink(), GRAPH, List.of());

    @Test
    void linksThoseWithTwoAccountsDespiteSlipsAndNobodyElse() {
        for (Link link : VERDICTS.links()) {
            assertThat(link.accountA().substring(0, 4))
                    .isEqualTo(link.accountB().substring(0, 4));
            assertThat(link.probability()).isGreaterThanOrEqualTo(0.5);
            assertThat(CodePointOrder.INSTANCE.compare(link.accountA(), link.accountB()))
                    .isNegative();
        }
        assertThat(VERDICTS.links()).hasSize(TWICE);
        assertThat(SharedIdentifiersTest.groups(VERDICTS)).contains(Set.of("T000a", "T000b"), Set.of("T001a", "T001b"));
    }

    @Test
    void aLinksEvidenceAddsUpToItsProbability() {
        Link one = VERDICTS.links().getFirst();
        double prior = LogOdds.bits(one.probability()) - sum(one);
        for (Link link : VERDICTS.links()) {
            assertThat(LogOdds.probability(prior + sum(link))).isCloseTo(link.probability(), within(1e-9));
        }
        assertThat(one.evidence()).extracting(Evidence::code).contains("NEAR_DOCUMENT", "SHARED_BIRTH_DATE");
    }

    @Test
    void aRareNameIsWorthMoreThanACommonOne() {
        assertThat(bits("T003a", "SHARED_SURNAME")).isGreaterThan(bits("T001a", "SHARED_SURNAME") + 3);
    }

    @Test
    void oneValueOnManyAccountsLinksNobody() {
        var people = people();
        for (int i = 0; i < 2_000; i++) {
            people.account("H" + i, "given_name:h" + i, "document:h" + i, "device:tablet", "ip:1");
        }
        Verdicts verdicts = SharedIdentifiersTest.judged(new Splink(), people.graph(), List.of());
        assertThat(verdicts.links()).noneMatch(link -> link.accountA().startsWith("H"));
        assertThat(verdicts.links()).hasSize(TWICE);
    }

    @Test
    void neitherKeyNorOrderShow() {
        Verdicts other = SharedIdentifiersTest.judged(new Splink(), people().graph("other", 9), List.of());
        assertThat(other.links()).isEqualTo(VERDICTS.links());
        assertThat(other.risk()).isEqualTo(VERDICTS.risk());
        assertThat(other.ring()).isEqualTo(VERDICTS.ring());
    }

    @Test
    void anEmptySnapshotIsNoError() {
        Verdicts none = SharedIdentifiersTest.judged(new Splink(), new People().graph(), List.of());
        assertThat(none.accountIds()).isEmpty();
    }

    private static double sum(Link link) {
        return link.evidence().stream().mapToDouble(Evidence::bits).sum();
    }

    private static double bits(String account, String code) {
        return VERDICTS.links().stream()
                .filter(link -> link.accountA().equals(account))
                .flatMap(link -> link.evidence().stream())
                .filter(evidence -> evidence.code().equals(code))
                .mapToDouble(Evidence::bits)
                .sum();
    }
}

package io.ringsight.detect.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.Population;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.AccountLabel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingExplainerTest {
    private static final Found FOUND = Found.in(town().graph());

    @Test
    void citesWhatTheRingRestsOnAndNotWhatTheWholeTownShares() {
        RingExplanation explanation = profile("F0").explanation();
        assertThat(explanation.question()).isEqualTo(Question.WHY_RISKY);
        assertThat(explanation.isNecessary()).isTrue();
        assertThat(explanation.isSufficient()).isTrue();
        assertThat(explanation.without()).isLessThan(0.5);
        assertThat(explanation.only()).isGreaterThanOrEqualTo(0.5);
        assertThat(explanation.cited())
                .extracting(EvidenceItem::type)
                .contains("document")
                .doesNotContain("ip");
        EvidenceItem strongest = explanation.cited().getFirst();
        assertThat(strongest.kind()).isEqualTo(ThingKind.SHARED);
        assertThat(strongest.accounts()).hasSize(6);
        assertThat(explanation.things()).isGreaterThan(explanation.cited().size());
    }

    @Test
    void withoutTheCitedSightingsTheProductFindsNoRiskyRing() {
        RingExplanation explanation = profile("F0").explanation();
        Population left = new Population();
        for (int i = 0; i < 6; i++) {
            var uses = new ArrayList<>(List.of("ip:town", "email:f" + i));
            if (explanation.cited().stream().noneMatch(item -> item.type().equals("document"))) {
                uses.add("document:forged");
            }
            if (explanation.cited().stream().noneMatch(item -> item.type().equals("device"))) {
                uses.add("device:farm");
            }
            left.account("F" + i, i, uses.toArray(String[]::new));
        }
        town(left);
        Found found = Found.in(left.graph());
        assertThat(found.detection().rings()).noneMatch(ring -> ring.members().contains("F0") && ring.risk() >= 0.5);
    }

    @Test
    void countsWhatIsDistinctAndHowFastItCame() {
        RingProfile profile = profile("F0");
        assertThat(profile.counts().accounts()).isEqualTo(6);
        assertThat(profile.counts().types())
                .contains(new RingCounts.TypeCount("document", 6, 1), new RingCounts.TypeCount("email", 6, 6));
        assertThat(profile.growth().daysBetween()).isEqualTo(5);
        assertThat(profile.growth().mostIn1Day()).isEqualTo(2);
        assertThat(profile.growth().mostIn7Days()).isEqualTo(6);
        assertThat(profile.growth().days()).hasSize(6);
        assertThat(profile.growth().days().get(1).shared()).isEqualTo(3); // the second member makes three things shared
        assertThat(profile.growth().days().getLast().members()).isEqualTo(6);
        assertThat(profile.hubs()).extracting(RingHub::type).containsExactly("ip");
        assertThat(profile.hubs().getFirst().outsiders()).isEqualTo(100);
        assertThat(profile.knownFraud()).isEqualTo(1);
    }

    @Test
    void tellsItselfInFactsThatSayWhereTheyAreFrom() {
        RingProfile profile = profile("F0");
        Narrative narrative = Narrative.of(ring("F0"), profile);
        assertThat(narrative.statements())
                .extracting(Statement::code)
                .startsWith("RING_CAME")
                .contains("FEWER_THINGS", "CITED_SHARED", "RESTS_ON", "BUSY_HUB", "KNOWN_FRAUD");
        assertThat(narrative.statements())
                .flatExtracting(Statement::facts)
                .allSatisfy(fact -> assertThat(fact.from()).isNotEmpty());
    }

    @Test
    void nothingOfARingThatIsNotRiskyIsCalledRisky() {
        var population = new Population();
        town(population);
        population.account("P1", 3, "document:own", "tax_id:own", "device:own", "email:own");
        population.account("P2", 90, "document:own", "tax_id:own", "device:own", "email:own");
        Found found = Found.in(population.graph());
        for (Ring ring : found.detection().rings()) {
            RingExplanation explanation = found.explainer()
                    .profile(ring, found.detection().links(), List.of())
                    .explanation();
            assertThat(explanation.question())
                    .isEqualTo(ring.risk() >= 0.5 ? Question.WHY_RISKY : Question.WHY_TOGETHER);
            assertThat(explanation.isNecessary()).isTrue();
            assertThat(explanation.isSufficient()).isTrue();
        }
    }

    private static RingProfile profile(String member) {
        return FOUND.explainer()
                .profile(
                        ring(member),
                        FOUND.detection().links(),
                        List.of(new AccountLabel(member, AccountLabel.Verdict.FRAUD, 0)));
    }

    private static Ring ring(String member) {
        return FOUND.detection().rings().stream()
                .filter(ring -> ring.members().contains(member))
                .findFirst()
                .orElseThrow();
    }

    /** Six with one forged document and one device, in a town of which all use one network. */
    private static Population town() {
        var population = new Population();
        for (int i = 0; i < 6; i++) {
            population.account("F" + i, i, "document:forged", "device:farm", "ip:town", "email:f" + i);
        }
        town(population);
        return population;
    }

    private static void town(Population population) {
        for (int i = 0; i < 100; i++) {
            population.account("T" + i, i % 50, "ip:town", "email:t" + i, "device:t" + i, "document:t" + i);
        }
    }
}

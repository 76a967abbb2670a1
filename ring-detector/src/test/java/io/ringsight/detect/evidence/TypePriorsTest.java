package io.ringsight.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Sharers;
import io.ringsight.ingest.record.SharingPrior;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypePriorsTest {
    private static final int ACCOUNTS = 1_001;

    @Test
    void knowsEveryBuiltInTypeAndKind() {
        for (IdentifierType type : IdentifierTypes.builtIn().all()) {
            assertThat(TypePriors.assumed(type).equal(Relation.OPERATED)).isBetween(0.0, 1.0);
        }
        for (IdentifierKind kind : IdentifierKind.values()) {
            assertThat(of(kind, Map.of()).equal(Relation.SAME_PERSON)).isBetween(0.5, 0.6);
        }
        assertThat(TypePriors.assumed(new IdentifierType("device", IdentifierKind.EXACT))
                        .near(
                                TypePriors.assumed(new IdentifierType("document", IdentifierKind.SERIAL))
                                        .series(),
                                Relation.OPERATED))
                .isEqualTo(0.12);
    }

    @ParameterizedTest
    @EnumSource(Sharers.class)
    void whatIsConfiguredAsItIsAnywayChangesNothing(Sharers sharers) {
        TypePrior assumed = of(IdentifierKind.SERIAL, Map.of());
        double probability = sharers == Sharers.STRANGERS
                ? assumed.equal(Relation.STRANGERS) * 2 / (ACCOUNTS - 1)
                : assumed.equal(relation(sharers));
        TypePrior configured = of(IdentifierKind.SERIAL, Map.of(sharers, probability));
        for (Relation relation : Relation.ALL) {
            assertThat(configured.equal(relation)).isCloseTo(assumed.equal(relation), within(1e-9));
        }
    }

    @Test
    void chanceIsConfiguredForTwoAccounts() {
        TypePrior prior = of(IdentifierKind.EXACT, Map.of(Sharers.STRANGERS, 0.001));
        assertThat(prior.chance() + prior.crowd()).isCloseTo(0.5, within(1e-9)); // of 500 pairs for each account
    }

    @Test
    void carefulHandsReuseSomethingInProportion() {
        TypePrior prior = of(IdentifierKind.EXACT, Map.of(Sharers.OPERATED, 0.05));
        assertThat(prior.equal(Relation.OPERATED)).isEqualTo(0.05);
        assertThat(prior.equal(Relation.OPERATED_BY_CONTACT)).isCloseTo(0.1, within(1e-9));
        assertThat(prior.equal(Relation.OPERATED_BY_PLACE)).isCloseTo(0.0125, within(1e-9));
    }

    @Test
    void neverAndAlwaysAreAlmostSo() {
        TypePrior prior = of(IdentifierKind.TEXT, Map.of(Sharers.PERSON, 1.0, Sharers.RELATED, 0.0));
        assertThat(prior.equal(Relation.SAME_PERSON)).isEqualTo(0.95);
        assertThat(prior.equal(Relation.RELATED)).isPositive();
    }

    @Test
    void bitHashesAreNearAsOftenAsConfigured() {
        double[] assumed = new double[Levels.COUNT];
        Arrays.fill(assumed, 0.01);
        for (Relation relation : Relation.CONTROL) {
            double[] levels =
                    TypePriors.ofBits(new SharingPrior(Map.of(Sharers.OPERATED, 0.4)), relation, _ -> assumed.clone());
            double near = 0;
            for (int level = 0; level < levels.length; level++) {
                near += Levels.isNearBits(level) ? levels[level] : 0;
            }
            assertThat(near).isCloseTo(relation == Relation.SAME_PERSON ? 0.08 : 0.4, within(1e-9));
        }
    }

    private static TypePrior of(IdentifierKind kind, Map<Sharers, Double> configured) {
        return TypePriors.of(new IdentifierType("badge", kind).with(new SharingPrior(configured)), ACCOUNTS);
    }

    private static Relation relation(Sharers sharers) {
        return Arrays.stream(Relation.ALL)
                .filter(relation -> TypePrior.sharers(relation) == sharers)
                .findFirst()
                .orElseThrow();
    }
}

package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not tell fraud from honest life, account by account: a model that learns it has learnt the simulator. */
class GiveAwayTest {
    private static final double DEVIATIONS = 4; // of the difference between two shares
    private static final List<Draft> EVERYBODY =
            Towns.all(SimulationParameters.of(20_000, 5).with("prevalence", 0.25));
    private static final List<Draft> HONEST =
            EVERYBODY.stream().filter(draft -> !draft.fraud).toList();
    private static final List<Draft> FRAUD =
            EVERYBODY.stream().filter(draft -> draft.fraud).toList();

    @ParameterizedTest
    @ValueSource(strings = {"payment", "tax_id", "document", "biometric", "phone", "address", "wallet", "email"})
    void isNotWhichTypesAreShown(String type) {
        assertSameShare(HONEST, FRAUD, draft -> draft.first(type).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void isNotWhetherAMemberOfAnyRingPaysOrIsTaxed(RingPattern pattern) {
        List<Draft> members = FRAUD.stream()
                .filter(draft -> draft.pattern.equals(pattern.word()))
                .toList();
        assertThat(members).hasSizeGreaterThan(150);
        assertSameShare(HONEST, members, draft -> draft.first("payment").isPresent());
        assertSameShare(HONEST, members, draft -> draft.first("tax_id").isPresent());
    }

    @Test
    void isNotTheNetworkWhichEverybodyShows() {
        assertThat(EVERYBODY).allMatch(draft -> draft.first("ip").isPresent());
    }

    @Test
    void isNotWhereADocumentIsFrom() {
        assertThat(share(HONEST, GiveAwayTest::isForeign)).isBetween(0.03, 0.07);
        assertSameShare(HONEST, FRAUD, GiveAwayTest::isForeign);
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCUMENT_MILL", "CHAIN"})
    void isNotWhereADocumentOfARingIsFrom(RingPattern pattern) {
        List<Draft> members = FRAUD.stream()
                .filter(draft -> draft.pattern.equals(pattern.word()))
                .toList();
        assertSameShare(HONEST, members, GiveAwayTest::isForeign);
    }

    private static boolean isForeign(Draft draft) {
        return draft.first("document")
                .map(document -> !People.countryOf(document.value).equals(draft.person.country()))
                .orElse(false);
    }

    @Test
    void isNotTheHourOfACampaign() {
        Map<Long, Integer> hours = new HashMap<>();
        HONEST.forEach(draft -> hours.merge(hour(draft), 1, Integer::sum));
        Predicate<Draft> hot = draft -> hours.getOrDefault(hour(draft), 0) > 20; // about 4 without a campaign
        assertThat(share(HONEST, hot)).isGreaterThan(0.12);
        assertThat(share(FRAUD, hot)).isCloseTo(share(HONEST, hot), within(0.04)); // rings come together
    }

    private static long hour(Draft draft) {
        return draft.createdAt / SimulationParameters.HOUR;
    }

    @Test
    void isNotThatHonestPeopleLiveWithNobodyOfARing() {
        Map<String, Integer> homes = new HashMap<>();
        HONEST.forEach(draft -> homes.merge(draft.person.own("address"), 1, Integer::sum));
        List<Draft> members =
                FRAUD.stream().filter(draft -> !draft.ring.isEmpty()).toList();
        assertThat(share(members, draft -> homes.containsKey(draft.person.own("address"))))
                .isBetween(0.15, 0.21);
    }

    @Test
    void wouldBeNumbersGivenOutTwice() {
        var people = new People(new World(SimulationParameters.of(1, 1)), 0, new Chance(1));
        for (int i = 0; i < World.NUMBERS; i++) {
            people.phone();
        }
        assertThatThrownBy(people::phone).isInstanceOfSatisfying(RingsightException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
            assertThat(e.hint()).contains("Maybe");
        });
    }

    private static void assertSameShare(List<Draft> some, List<Draft> others, Predicate<Draft> property) {
        double one = share(some, property);
        double other = share(others, property);
        double variance = one * (1 - one) * (1.0 / some.size() + 1.0 / others.size());
        assertThat(other).isCloseTo(one, within(DEVIATIONS * Math.sqrt(variance)));
    }

    private static double share(List<Draft> drafts, Predicate<Draft> property) {
        return (double) drafts.stream().filter(property).count() / drafts.size();
    }
}

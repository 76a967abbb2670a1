package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HonestLifeTest {
    private static final List<Draft> PEOPLE = Towns.all(SimulationParameters.of(20_000, 1)).stream()
            .filter(draft -> !draft.fraud)
            .toList();

    @ParameterizedTest
    @EnumSource(Habit.class)
    void hasEveryHabit(Habit habit) {
        assertThat(with(habit)).isNotEmpty();
    }

    @Test
    void putsFamiliesAndFlatmatesUnderOneRoof() {
        for (Habit habit : List.of(Habit.HOUSEHOLD, Habit.FLATMATE)) {
            Map<String, Integer> homes = count(habit, "address");
            long together = with(habit).stream()
                    .filter(draft -> homes.getOrDefault(draft.person.own("address"), 0) > 1)
                    .count();
            assertThat((double) together / with(habit).size()).isGreaterThan(0.5); // others have a more telling habit
        }
    }

    @Test
    void hasHouseholdsUnderSeveralSurnamesAndUnderOne() {
        Map<String, Set<String>> surnames = new HashMap<>();
        for (Draft draft : with(Habit.HOUSEHOLD)) {
            surnames.computeIfAbsent(draft.person.own("address"), _ -> new HashSet<>())
                    .add(draft.person.surname());
        }
        assertThat(surnames.values()).anyMatch(names -> names.size() == 1).anyMatch(names -> names.size() == 2);
    }

    @Test
    void givesASecondAccountTheSameFaceNameAndPapers() {
        Map<Face, List<Draft>> faces =
                with(Habit.SECOND_ACCOUNT).stream().collect(Collectors.groupingBy(draft -> draft.person.face()));
        List<List<Draft>> pairs =
                faces.values().stream().filter(drafts -> drafts.size() > 1).toList();
        assertThat(pairs).hasSizeGreaterThan(200);
        for (List<Draft> pair : pairs) {
            assertThat(pair.stream().map(draft -> draft.person.givenName()).distinct())
                    .hasSize(1);
            assertThat(pair.stream().map(draft -> draft.person.own("document")).distinct())
                    .hasSize(1);
        }
        assertThat(pairs)
                .anyMatch(pair -> !pair.getFirst()
                        .person
                        .own("device")
                        .equals(pair.getLast().person.own("device")));
    }

    @Test
    void handsNumbersAndDevicesOnOnlyWhenNobodyHasThemAnyMore() {
        assertThat(passedOn("phone", 45)).isGreaterThan(30);
        assertThat(passedOn("device", 10)).isGreaterThan(30);
    }

    /** How many pairs of holders there are, all of them that many days apart. */
    private static int passedOn(String type, int days) {
        int pairs = 0;
        Habit habit = type.equals("phone") ? Habit.RECYCLED_PHONE : Habit.RESOLD_DEVICE;
        Map<String, List<Draft>> holders = new HashMap<>();
        for (Draft draft : with(habit)) {
            draft.first(type)
                    .filter(item -> !item.common)
                    .ifPresent(item -> holders.computeIfAbsent(item.value, _ -> new ArrayList<>())
                            .add(draft));
        }
        for (List<Draft> both : holders.values()) {
            if (both.size() == 2) {
                both.sort(Draft.IN_TIME);
                Item had = both.getFirst().first(type).orElseThrow();
                long last = Math.max(both.getFirst().createdAt, had.lastSeen);
                assertThat(both.getLast().createdAt - last).isGreaterThanOrEqualTo(days * SimulationParameters.DAY);
                pairs++;
            }
        }
        return pairs;
    }

    @Test
    void signsPeopleUpOnTabletsOneAfterTheOther() {
        Map<String, List<Draft>> tablets = with(Habit.AGENT_TABLET).stream()
                .collect(Collectors.groupingBy(draft -> draft.first("device").orElseThrow().value));
        assertThat(tablets.values()).anyMatch(customers -> customers.size() > 20);
        for (List<Draft> customers : tablets.values()) {
            customers.sort(Draft.IN_TIME);
            for (int i = 1; i < customers.size(); i++) {
                assertThat(customers.get(i).createdAt - customers.get(i - 1).createdAt)
                        .isGreaterThanOrEqualTo(8 * 60_000);
            }
        }
    }

    @Test
    void hasCarriersThatHundredsComeFrom() {
        assertThat(users("ip").values()).anyMatch(count -> count > 300);
    }

    @Test
    void hasManyMoreCafesThanTheDegreeCapOfTwentyCatches() {
        assertThat(users("ip").values().stream().filter(count -> count > 3 && count <= 20))
                .hasSizeGreaterThan(50);
    }

    private static Map<String, Integer> users(String type) {
        Map<String, Integer> users = new HashMap<>();
        for (Draft draft : PEOPLE) {
            draft.first(type).ifPresent(item -> users.merge(item.value, 1, Integer::sum));
        }
        return users;
    }

    private static Map<String, Integer> count(Habit habit, String type) {
        Map<String, Integer> users = new HashMap<>();
        with(habit).forEach(draft -> users.merge(draft.person.own(type), 1, Integer::sum));
        return users;
    }

    private static List<Draft> with(Habit habit) {
        return PEOPLE.stream()
                .filter(draft -> draft.pattern.equals(habit.word()))
                .toList();
    }
}

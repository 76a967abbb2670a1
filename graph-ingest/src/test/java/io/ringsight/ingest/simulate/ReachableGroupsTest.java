package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachableGroupsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long DAY_ONE = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

    @TempDir
    Path folder;

    @Test
    void connectByEqualValuesThatAreNotPublic() {
        Draft one = member(Item.own("device", "d1"), Item.common("ip", "campus"));
        Draft other = member(Item.own("device", "d1"));
        Draft third = member(Item.common("ip", "campus"), Item.own("phone", "d1"));
        ReachableGroups.assign("R1", List.of(one, other, third));

        assertThat(groups(one, other, third)).containsExactly("R1.1", "R1.1", "R1.2");
    }

    @Test
    void connectThroughOthersOfTheRing() {
        Draft one = member(Item.own("device", "d1"));
        Draft last = member(Item.own("phone", "p1"));
        Draft between = member(Item.own("device", "d1"), Item.own("phone", "p1"));
        ReachableGroups.assign("R1", List.of(one, last, between));

        assertThat(groups(one, last, between)).containsExactly("R1.1", "R1.1", "R1.1");
    }

    @Test
    void connectByNearSerialNumbersOfOneRunAlone() {
        Draft one = member(Item.kin("document", "passport:GB:AB0000100", "run"));
        Draft near = member(Item.kin("document", "passport:GB:AB0000150", "run"));
        Draft far = member(Item.kin("document", "passport:GB:AB0000201", "run"));
        Draft stranger = member(Item.own("document", "passport:GB:AB0000101"));
        ReachableGroups.assign("R1", List.of(one, near, far, stranger));

        assertThat(groups(one, near, far, stranger)).containsExactly("R1.1", "R1.1", "R1.2", "R1.3");
    }

    @Test
    void connectByPicturesOfOneFaceUnlessTheyAreTooFarApart() {
        String picture = "0".repeat(64);
        Draft one = member(Item.kin("biometric", picture, "face"));
        Draft near = member(Item.kin("biometric", "f".repeat(14) + picture.substring(14), "face")); // 56 bits off
        Draft far = member(Item.kin("biometric", picture.substring(15) + "f".repeat(15), "face"));
        Draft stranger = member(Item.own("biometric", "1" + picture.substring(1)));
        ReachableGroups.assign("R1", List.of(one, near, far, stranger));

        assertThat(groups(one, near, far, stranger)).containsExactly("R1.1", "R1.1", "R1.2", "R1.3");
    }

    /**
     * Knows the files alone. A value that several members of a ring show and nobody else does is no public place, so those
     * members must be in one group.
     */
    @Test
    void neverPartWhoShareAValueOfTheirOwn() throws IOException {
        Population.generate(SimulationParameters.of(6_000, 3).with("prevalence", 0.3), folder, Progress.silent());
        Map<String, String[]> truth = new HashMap<>();
        for (String row : Files.readAllLines(folder.resolve("truth.csv"))) {
            String[] fields = row.split(",", -1);
            truth.put(fields[0], fields);
        }
        Map<String, Set<String>> users = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("applications.jsonl"))) {
            JsonNode application = JSON.readTree(line);
            for (JsonNode identifier : application.get("identifiers")) {
                String value = identifier.get("type").textValue()
                        + identifier.get("value").textValue().toLowerCase(Locale.ROOT);
                users.computeIfAbsent(value, _ -> new HashSet<>())
                        .add(application.get("account_id").textValue());
            }
        }
        int checked = 0;
        for (Set<String> accounts : users.values()) {
            List<String[]> rows = new ArrayList<>();
            accounts.forEach(account -> rows.add(truth.getOrDefault(account, new String[0])));
            Set<String> rings = new HashSet<>();
            rows.forEach(row -> rings.add(row[2]));
            if (accounts.size() > 1 && rings.size() == 1 && !rings.contains("")) {
                checked++;
                assertThat(rows.stream().map(row -> row[4]).distinct()).hasSize(1);
            }
        }
        assertThat(checked).isGreaterThan(300);
    }

    /** Groups are the components of the relation, no more: each member of a larger one has a reason to be in it. */
    @Test
    void holdNobodyWithoutAReason() {
        int grouped = 0;
        for (List<Draft> ring : Towns.rings(Towns.all(SimulationParameters.of(8_000, 4)))) {
            for (Draft member : ring) {
                assertThat(member.reachableGroup).startsWith(member.ring + ".");
                List<Draft> others = ring.stream()
                        .filter(other -> other != member && other.reachableGroup.equals(member.reachableGroup))
                        .toList();
                grouped += others.isEmpty() ? 0 : 1;
                assertThat(others.isEmpty() || others.stream().anyMatch(other -> share(member, other)))
                        .isTrue();
            }
        }
        assertThat(grouped).isGreaterThan(100);
    }

    private static boolean share(Draft one, Draft other) {
        return one.items.stream()
                .anyMatch(a -> !a.common
                        && other.items.stream()
                                .anyMatch(b -> !b.common
                                        && a.type.equals(b.type)
                                        && (a.value.equals(b.value) || !a.kin.isEmpty() && a.kin.equals(b.kin))));
    }

    private static List<String> groups(Draft... members) {
        return Arrays.stream(members).map(member -> member.reachableGroup).toList();
    }

    private static Draft member(Item... items) {
        var face = new Face(new double[] {1});
        var person = new Person("A", "B", java.time.LocalDate.EPOCH, "GB", face, Map.of());
        Draft draft = Draft.fraud(person, "chain", DAY_ONE);
        draft.items.addAll(List.of(items));
        return draft;
    }
}

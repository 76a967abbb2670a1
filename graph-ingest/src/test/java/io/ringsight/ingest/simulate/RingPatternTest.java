package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What connects the members of each kind of ring, and what its dials do. */
class RingPatternTest {
    private static final SimulationParameters USUAL =
            SimulationParameters.of(12_000, 5).with("prevalence", 0.25);
    private static final List<Draft> EVERYBODY = Towns.all(USUAL);
    private static final List<Draft> CARELESS = Towns.all(careless());

    /** Nobody evades, nothing is missing, the light is good. */
    private static SimulationParameters careless() {
        SimulationParameters parameters = USUAL.with("missing.biometric", 0)
                .with("missing.document", 0)
                .with("missing.other", 0)
                .with("face.bad_light", 0);
        for (RingPattern pattern : RingPattern.values()) {
            parameters = parameters.with(pattern.word() + ".evasion", 0);
        }
        return parameters;
    }

    @ParameterizedTest
    @EnumSource
    void isThereInSizesOfThreeToSixty(RingPattern pattern) {
        assertThat(rings(EVERYBODY, pattern))
                .hasSizeGreaterThan(5)
                .allMatch(ring -> ring.size() >= 3 && ring.size() <= 60);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DEVICE_FARM", "STOLEN_IDENTITY", "SPLIT_MERGE", "DORMANT"}) // several crews and stocks
    void isInOnePieceWhenNobodyEvades(RingPattern pattern) {
        for (List<Draft> ring : rings(CARELESS, pattern)) {
            assertThat(ring.stream().map(member -> member.reachableGroup).distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isLessReachableTheMoreItsMembersEvade(RingPattern pattern) {
        List<Draft> evasive = Towns.all(USUAL.with(pattern.word() + ".evasion", 1));
        assertThat(reachable(evasive, pattern)).isLessThan(reachable(EVERYBODY, pattern) - 0.1);
        assertThat(reachable(CARELESS, pattern)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @EnumSource
    void growsWithItsSizeDialAndVanishesWithItsShare(RingPattern pattern) {
        assertThat(rings(Towns.all(USUAL.with(pattern.word() + ".share", 0)), pattern))
                .isEmpty();
        double larger = rings(Towns.all(USUAL.with(pattern.word() + ".size", 25)), pattern).stream()
                .mapToInt(List::size)
                .average()
                .orElseThrow();
        assertThat(larger).isGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource
    void lastsAsLongAsItsSpeedSays(RingPattern pattern) {
        double speed = pattern.usual().speed();
        for (List<Draft> ring : rings(EVERYBODY, pattern)) {
            long first =
                    ring.stream().mapToLong(member -> member.createdAt).min().orElseThrow();
            long last =
                    ring.stream().mapToLong(member -> member.createdAt).max().orElseThrow();
            assertThat((last - first) / (double) SimulationParameters.DAY).isLessThanOrEqualTo(speed + 1);
        }
    }

    @Test
    void hasRingsOfVeryDifferentSizes() {
        int[] sizes =
                Towns.rings(EVERYBODY).stream().mapToInt(List::size).sorted().toArray();
        assertThat(sizes[sizes.length / 2]).isBetween(4, 8);
        assertThat(sizes[sizes.length - 1]).isGreaterThan(25);
    }

    @Test
    void leavesOneInEightAlone() {
        List<Draft> fraud = EVERYBODY.stream().filter(draft -> draft.fraud).toList();
        long alone =
                fraud.stream().filter(draft -> draft.pattern.equals("lone")).count();
        assertThat((double) alone / fraud.size()).isBetween(0.119, 0.125);
        assertThat(fraud)
                .allMatch(draft ->
                        draft.pattern.equals("lone") == (draft.ring.isEmpty() && draft.reachableGroup.isEmpty()));
    }

    @Test
    void ofADeviceFarmIsFewDevicesUnderManyFaces() {
        for (List<Draft> ring : rings(CARELESS, RingPattern.DEVICE_FARM)) {
            assertThat(values(ring, "device").size()).isLessThanOrEqualTo(Math.max(1, ring.size() / 7) + 1);
            assertThat(values(ring, "email").size()).isGreaterThan(ring.size() / 2);
        }
    }

    @Test
    void ofFaceRecyclingIsOneFaceUnderManyNames() {
        for (List<Draft> ring : rings(CARELESS, RingPattern.FACE_RECYCLING)) {
            String first = ring.getFirst().first("biometric").orElseThrow().value;
            assertThat(ring)
                    .allMatch(member ->
                            FaceSpace.distance(first, member.first("biometric").orElseThrow().value) <= FaceSpace.NEAR);
            assertThat(ring.stream()
                            .map(member -> member.person.surname())
                            .distinct()
                            .count())
                    .isGreaterThan(ring.size() / 3);
        }
    }

    @Test
    void ofADocumentMillAreNumbersOfOneRunAndSomeTwice() {
        int repeats = 0;
        for (List<Draft> ring : rings(CARELESS, RingPattern.DOCUMENT_MILL)) {
            List<Integer> serials = values(ring, "document").stream()
                    .map(document -> Integer.parseInt(document.substring(document.length() - 7)))
                    .sorted()
                    .toList();
            for (int i = 1; i < serials.size(); i++) {
                assertThat(serials.get(i) - serials.get(i - 1)).isBetween(1, 3);
            }
            repeats += ring.size() - serials.size();
        }
        assertThat(repeats).isGreaterThan(10);
    }

    @Test
    void ofAChainIsOneThingSharedWithTheNextAndAnotherEachTime() {
        for (List<Draft> ring : rings(CARELESS, RingPattern.CHAIN)) {
            String last = "";
            for (int i = 1; i < ring.size(); i++) {
                List<String> shared = shared(ring.get(i - 1), ring.get(i));
                assertThat(shared).hasSize(1).doesNotContain(last);
                last = shared.getFirst();
            }
        }
    }

    @Test
    void ofADropAddressIsOneHouseAndFewPayouts() {
        for (List<Draft> ring : rings(CARELESS, RingPattern.DROP_ADDRESS)) {
            assertThat(values(ring, "address")).hasSize(1);
        }
        assertThat(rings(EVERYBODY, RingPattern.DROP_ADDRESS))
                .anyMatch(ring -> values(ring, "address").stream().anyMatch(address -> address.startsWith("Flat ")));
    }

    @Test
    void ofABustOutIsSharedWhileBothUseIt() {
        int shared = 0;
        for (List<Draft> ring : rings(CARELESS, RingPattern.BUST_OUT)) {
            for (int i = 1; i < ring.size(); i++) {
                Draft later = ring.get(i);
                shared += ring.subList(0, i).stream().anyMatch(earlier -> bothUse(earlier, later)) ? 1 : 0;
            }
        }
        int members = rings(CARELESS, RingPattern.BUST_OUT).stream()
                .mapToInt(List::size)
                .sum();
        assertThat((double) shared / members).isGreaterThan(0.7);
    }

    private static boolean bothUse(Draft earlier, Draft later) {
        return earlier.items.stream()
                .anyMatch(item -> item.lastSeen >= later.createdAt
                        && later.items.stream()
                                .anyMatch(other -> !item.common
                                        && other.type.equals(item.type)
                                        && other.value.equals(item.value)));
    }

    @Test
    void ofCamouflageIsInPublicPlacesMoreThanOthers() {
        assertThat(inPublic(RingPattern.CAMOUFLAGE)).isGreaterThan(inPublic(RingPattern.CHAIN) + 0.2);
    }

    private static double inPublic(RingPattern pattern) {
        List<Draft> members =
                rings(CARELESS, pattern).stream().flatMap(List::stream).toList();
        long inPublic = members.stream()
                .filter(member -> member.items.stream().anyMatch(item -> item.common))
                .count();
        return (double) inPublic / members.size();
    }

    @Test
    void ofAPatternFarmIsOneBlockOfNumbersAndOneTemplate() {
        for (List<Draft> ring : rings(CARELESS, RingPattern.PATTERN_FARM)) {
            assertThat(values(ring, "email").stream()
                            .map(email -> email.replaceAll("\\d", ""))
                            .distinct())
                    .hasSize(1);
            assertThat(values(ring, "phone")).hasSameSizeAs(ring);
        }
    }

    @Test
    void ofStolenIdentitiesIsUnderNamesAndPapersOfHonestPeopleWithOtherFaces() {
        Map<String, Draft> owners = new HashMap<>();
        EVERYBODY.stream()
                .filter(draft -> draft.pattern.equals(Habit.IDENTITY_VICTIM.word()))
                .forEach(draft -> owners.put(draft.person.own("document"), draft));
        int stolen = 0;
        for (List<Draft> ring : rings(EVERYBODY, RingPattern.STOLEN_IDENTITY)) {
            for (Draft member : ring) {
                Draft owner = owners.get(member.person.own("document"));
                if (owner != null) {
                    stolen++;
                    assertThat(member.person.surname()).isEqualTo(owner.person.surname());
                    assertThat(member.person.face()).isNotEqualTo(owner.person.face());
                }
            }
        }
        assertThat(stolen).isGreaterThan(20);
    }

    @Test
    void thatIsDormantIsSilentForMonths() {
        for (List<Draft> ring : rings(EVERYBODY, RingPattern.DORMANT)) {
            long silence = 0;
            for (int i = 1; i < ring.size(); i++) {
                silence = Math.max(silence, ring.get(i).createdAt - ring.get(i - 1).createdAt);
            }
            boolean twoBursts = ring.getLast().createdAt - ring.getFirst().createdAt > 60 * SimulationParameters.DAY;
            assertThat(!twoBursts || silence > 60 * SimulationParameters.DAY).isTrue();
        }
    }

    @Test
    void thatSplitsAndMergesUsesThreeDevicesOneAfterTheOther() {
        for (List<Draft> ring : rings(CARELESS, RingPattern.SPLIT_MERGE)) {
            int begin = (ring.size() + 2) / 3;
            Set<String> first = values(ring.subList(0, begin), "device");
            Set<String> after = values(ring.subList(begin, ring.size()), "device");
            assertThat(first).hasSize(1);
            assertThat(after).hasSizeBetween(1, 2).doesNotContainAnyElementsOf(first);
        }
    }

    private static double reachable(List<Draft> drafts, RingPattern pattern) {
        int reachable = 0;
        int members = 0;
        for (List<Draft> ring : rings(drafts, pattern)) {
            Map<String, Long> groups = ring.stream()
                    .collect(Collectors.groupingBy(member -> member.reachableGroup, Collectors.counting()));
            members += ring.size();
            reachable += (int) groups.values().stream()
                    .filter(size -> size > 1)
                    .mapToLong(size -> size)
                    .sum();
        }
        return (double) reachable / members;
    }

    /** In order of time. */
    private static Collection<List<Draft>> rings(List<Draft> drafts, RingPattern pattern) {
        List<List<Draft>> rings = Towns.rings(drafts).stream()
                .filter(ring -> ring.getFirst().pattern.equals(pattern.word()))
                .toList();
        rings.forEach(ring -> ring.sort(Draft.IN_TIME));
        return rings;
    }

    /** What the members show first of a type: later devices are their own. */
    private static Set<String> values(List<Draft> ring, String type) {
        Set<String> values = new HashSet<>();
        for (Draft member : ring) {
            member.items.stream()
                    .filter(item -> item.type.equals(type) && item.firstSeen == 0)
                    .forEach(item -> values.add(item.value));
        }
        return values;
    }

    private static List<String> shared(Draft one, Draft other) {
        return one.items.stream()
                .filter(a -> !a.common
                        && other.items.stream().anyMatch(b -> b.type.equals(a.type) && b.value.equals(a.value)))
                .map(item -> item.type)
                .distinct()
                .toList();
    }
}

package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every ring's members are connected in the way its pattern says. */
class FraudRingsTest {
    private static final Map<Pattern, List<List<Draft>>> RINGS = rings();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LONE")
    void areOfEveryPatternAndOfThreeMembersAtLeast(Pattern pattern) {
        assertThat(rings(pattern)).hasSizeGreaterThan(10).allMatch(ring -> ring.size() >= 3 && ring.size() <= 30);
    }

    @Test
    void ofADeviceFarmUseFewDevicesOnOneLine() {
        for (List<Draft> ring : rings(Pattern.DEVICE_FARM)) {
            assertThat(values(ring, "device")).hasSizeLessThanOrEqualTo(1 + ring.size() / 8);
            assertThat(values(ring, "ip")).hasSize(1);
            assertThat(values(ring, "email")).hasSizeGreaterThan(ring.size() / 2);
        }
    }

    @Test
    void thatRecycleAFaceHaveOneFaceUnderManyNames() {
        for (List<Draft> ring : rings(Pattern.FACE_RECYCLING)) {
            assertThat(ring).allMatch(member -> distance(member, ring.getFirst()) <= 56);
            assertThat(ring.stream()
                            .map(member -> member.person.givenName() + member.person.surname())
                            .distinct())
                    .hasSizeGreaterThan(ring.size() / 2);
        }
        Set<String> first = new HashSet<>();
        for (List<Draft> ring : rings(Pattern.FACE_RECYCLING)) {
            first.add(ring.getFirst().shown().getOrDefault("biometric", ""));
        }
        assertThat(first).hasSameSizeAs(rings(Pattern.FACE_RECYCLING));
    }

    @Test
    void ofADocumentMillHaveNumbersOfOneRunSomeOfThemTwice() {
        for (List<Draft> ring : rings(Pattern.DOCUMENT_MILL)) {
            List<Integer> serials = ring.stream()
                    .map(member -> member.showing("document"))
                    .map(document -> Integer.parseInt(document.substring(document.length() - 7)))
                    .sorted()
                    .toList();
            for (int i = 1; i < serials.size(); i++) {
                assertThat(serials.get(i) - serials.get(i - 1)).isBetween(0, 1);
            }
            assertThat(values(ring, "document")).hasSizeLessThan(ring.size());
        }
    }

    @Test
    void ofAChainShareOneThingWithTheNextOfAnotherTypeEachTime() {
        for (List<Draft> ring : rings(Pattern.CHAIN)) {
            for (int i = 0; i + 1 < ring.size(); i++) {
                String type = List.of("device", "phone", "address", "payment").get(i % 4);
                assertThat(ring.get(i + 1).shown())
                        .containsEntry(type, ring.get(i).showing(type));
            }
        }
    }

    @Test
    void ofADropAddressAllSendThereAndArePaidOutTogether() {
        for (List<Draft> ring : rings(Pattern.DROP_ADDRESS)) {
            assertThat(values(ring, "address")).hasSize(1);
            assertThat(values(ring, "payment")).hasSizeLessThanOrEqualTo(1 + ring.size() / 5);
        }
    }

    @Test
    void thatBustOutEachShareSomethingWithAnEarlierMember() {
        for (List<Draft> ring : rings(Pattern.BUST_OUT)) {
            Set<String> earlier = new HashSet<>(ring.getFirst().shown().values());
            for (Draft member : ring.subList(1, ring.size())) {
                assertThat(member.shown().values()).anyMatch(earlier::contains);
                earlier.addAll(member.shown().values());
            }
        }
    }

    @Test
    void haveAccountNumbersThatPassTheirChecks() {
        for (Draft draft : rings(Pattern.DROP_ADDRESS).getFirst()) {
            String iban = draft.showing("payment").substring("iban:".length());
            var number = new BigInteger(iban.substring(4) + "1314" + iban.substring(2, 4));
            assertThat(number.mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
        }
    }

    private static List<List<Draft>> rings(Pattern pattern) {
        return RINGS.getOrDefault(pattern, List.of());
    }

    private static Map<Pattern, List<List<Draft>>> rings() {
        Map<String, List<Draft>> byRing = Population.draw(SimulationParameters.of(20_000, 5)).stream()
                .filter(draft -> !draft.ring.isEmpty())
                .collect(Collectors.groupingBy(draft -> draft.ring, TreeMap::new, Collectors.toList()));
        return byRing.values().stream().collect(Collectors.groupingBy(ring -> pattern(ring.getFirst())));
    }

    private static Pattern pattern(Draft draft) {
        for (Pattern pattern : Pattern.values()) {
            if (pattern.word().equals(draft.pattern)) {
                return pattern;
            }
        }
        throw new AssertionError("No pattern.");
    }

    private static Set<String> values(List<Draft> ring, String type) {
        return ring.stream().map(member -> member.showing(type)).collect(Collectors.toSet());
    }

    private static long distance(Draft one, Draft other) {
        var a = new BigInteger(one.shown().getOrDefault("biometric", ""), 16);
        return a.xor(new BigInteger(other.shown().getOrDefault("biometric", ""), 16))
                .bitCount();
    }
}

package io.ringsight.detect.jgrapht;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RingStructureTest {
    @Test
    void namesTheBridgeBetweenTwoTriangles() {
        var ring = new Ring("R-1", List.of("A", "B", "C", "D", "E", "F"), 0.5, 0, 1, List.of(), Double.NaN);
        List<Link> links = List.of(
                link("A", "B"),
                link("A", "C"),
                link("B", "C"),
                link("C", "D"),
                link("D", "E"),
                link("D", "F"),
                link("E", "F"),
                link("F", "Z"),
                new Link("A", "D", 0.2, List.of()));
        RingStructure structure = RingStructure.of(ring, links, 0.5);
        assertThat(structure.bridges()).containsExactly(link("C", "D"));
        assertThat(structure.articulationAccounts()).containsExactly("C", "D");
        assertThat(structure.links()).hasSize(7);
        assertThat(structure.density()).isEqualTo(7 / 15.0);
        assertThat(structure.degeneracy()).isEqualTo(2);
    }

    @Test
    void cutsWhereLeastEvidenceIs() {
        var ring = new Ring("R-1", List.of("A", "B", "C", "D", "E", "F"), 0.5, 0, 1, List.of(), Double.NaN);
        var weak = new Link("C", "D", 0.6, List.of());
        List<Link> links = List.of(
                link("A", "B"), link("A", "C"), link("B", "C"), weak, link("D", "E"), link("D", "F"), link("E", "F"));
        MinCut cut = RingStructure.of(ring, links, 0.5).minCut().orElseThrow();
        assertThat(cut.side()).containsExactly("D", "E", "F");
        assertThat(cut.otherSide()).containsExactly("A", "B", "C");
        assertThat(cut.links()).containsExactly(weak);
        assertThat(cut.weight()).isEqualTo(0.6);
    }

    @Test
    void givesEachItsRole() {
        var star = ring("A", "B", "C", "D", "E");
        assertThat(roles(star, link("A", "B"), link("A", "C"), link("A", "D"), link("A", "E")))
                .containsExactly(
                        MemberRole.HUB, MemberRole.FRINGE, MemberRole.FRINGE, MemberRole.FRINGE, MemberRole.FRINGE);
        var tail = ring("A", "B", "C", "D", "E");
        assertThat(roles(tail, link("A", "B"), link("A", "C"), link("B", "C"), link("C", "D"), link("D", "E")))
                .containsExactly(
                        MemberRole.CORE, MemberRole.CORE, MemberRole.BRIDGE, MemberRole.BRIDGE, MemberRole.FRINGE);
    }

    @Test
    void aRingOfThousandsTakesNoSecondsAndSaysWhatWasLeftOut() {
        int size = 5_000;
        List<String> members =
                IntStream.range(0, size).mapToObj("A%05d"::formatted).toList();
        List<Link> links = IntStream.range(1, size)
                .mapToObj(i -> link(members.get(i - 1), members.get(i)))
                .toList();
        var ring = new Ring("R-1", members, 0.5, 0, 1, List.of(), Double.NaN);
        long started = System.nanoTime();
        RingStructure structure = RingStructure.of(ring, links, 0.5);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        assertThat(structure.bridges()).hasSize(size - 1);
        assertThat(structure.minCut()).isEmpty();
        assertThat(structure.truncated()).containsExactly("min_cut");
    }

    private static Ring ring(String... members) {
        return new Ring("R-1", List.of(members), 0.5, 0, 1, List.of(), Double.NaN);
    }

    private static List<MemberRole> roles(Ring ring, Link... links) {
        return RingStructure.of(ring, List.of(links), 0.5).members().stream()
                .map(MemberPosition::role)
                .toList();
    }

    private static Link link(String a, String b) {
        return new Link(a, b, 0.9, List.of());
    }
}

package io.ringsight.detect.jgrapht;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import java.util.List;
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

    private static Link link(String a, String b) {
        return new Link(a, b, 0.9, List.of());
    }
}

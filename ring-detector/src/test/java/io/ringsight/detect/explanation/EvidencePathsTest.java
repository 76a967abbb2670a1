package io.ringsight.detect.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.link.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvidencePathsTest {
    @Test
    void prefersTwoSureLinksToOneDoubtfulOne() {
        var paths = EvidencePaths.of(List.of(link("A", "B", 0.95), link("A", "C", 0.3), link("B", "C", 0.95)));
        EvidencePaths.Around around = paths.from("A", Set.of("C"));
        assertThat(around.paths()).hasSize(1);
        EvidencePaths.Path path = around.paths().getFirst();
        assertThat(path.steps()).extracting(EvidencePaths.Step::to).containsExactly("B", "C");
        assertThat(path.probability()).isEqualTo(0.95 * 0.95);
        assertThat(path.end()).isEqualTo("C");
    }

    @Test
    void tellsTheThreeNearestAndNeverItself() {
        var paths = EvidencePaths.of(
                List.of(link("A", "B", 0.9), link("A", "C", 0.8), link("A", "D", 0.7), link("A", "E", 0.6)));
        assertThat(paths.from("A", Set.of("A", "E", "D", "C", "B")).paths())
                .extracting(EvidencePaths.Path::end)
                .containsExactly("B", "C", "D");
    }

    @Test
    void anAccountWithoutLinksHasNoWay() {
        assertThat(EvidencePaths.of(List.of(link("B", "C", 0.9)))
                        .from("A", Set.of("B"))
                        .paths())
                .isEmpty();
    }

    @Test
    void looksNoFurtherThanItSays() {
        var links = new ArrayList<Link>();
        for (int i = 0; i < 3_000; i++) {
            links.add(link("A%04d".formatted(i), "A%04d".formatted(i + 1), 0.9));
        }
        var paths = EvidencePaths.of(links);
        EvidencePaths.Around around = paths.from("A0000", Set.of("A3000", "A0002"));
        assertThat(around.paths()).extracting(EvidencePaths.Path::end).containsExactly("A0002");
        assertThat(around.truncated()).containsExactly("accounts");
    }

    private static Link link(String a, String b, double probability) {
        return new Link(a, b, probability, List.of());
    }
}

package io.ringsight.detect.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RingIdsTest {
    @Test
    void dependsOnMembersAlone() {
        assertThat(RingIds.of(List.of("A", "B")))
                .isEqualTo(RingIds.of(List.of("A", "B")))
                .matches("R-[0-9A-HJKMNP-TV-Z]{13}")
                .isNotEqualTo(RingIds.of(List.of("A", "C")));
    }

    @Test
    void tellsWhereOneIdEndsAndTheNextBegins() {
        assertThat(RingIds.of(List.of("AB", "C"))).isNotEqualTo(RingIds.of(List.of("A", "BC")));
    }
}

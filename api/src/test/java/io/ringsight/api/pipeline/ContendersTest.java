package io.ringsight.api.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.evaluation.Contender;
import io.ringsight.ingest.progress.Progress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContendersTest {
    @Test
    void theNetworkComesByNameOnly() {
        assertThat(Contenders.wanted(List.of("jvm", "all")))
                .contains("boosted")
                .doesNotContain("network", "boosted-evidence");
        assertThat(Contenders.wanted(List.of("boosted", "network"))).containsExactly("boosted", "network");
    }

    @Test
    void theNetworkComesAfterTheOpponentsAndIsNotReplayed() {
        try (var contenders = Contenders.open(
                Set.of("network", "boosted-evidence", "boosted"), EvaluationSettings.defaults(), Progress.silent())) {
            assertThat(contenders.all())
                    .map(Contender::name)
                    .containsExactly("ringsight", "boosted", "boosted-evidence", "network");
            assertThat(contenders.replayed()).containsExactlyInAnyOrder("ringsight", "boosted");
        }
    }
}

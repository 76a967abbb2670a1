package io.ringsight.api.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityBaselineTest {
    private static final Map<String, ?> REPORT = Map.of(
            "systems",
            Map.of(
                    "ringsight",
                    Map.of("all", Map.of("auroc", Map.of("value", 0.9), "auprc", Map.of("reason", "none")))));

    @Test
    void theFirstIsOfWhatHasAValue() {
        assertThat(QualityBaseline.first(REPORT).floors()).singleElement().satisfies(floor -> {
            assertThat(floor.metric()).isEqualTo("ringsight/all/auroc");
            assertThat(floor.value()).isEqualTo(0.9);
        });
    }

    @Test
    void noneIsMadeOfNothing() {
        assertThatThrownBy(() -> QualityBaseline.first(Map.of()))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_MALFORMED));
    }
}

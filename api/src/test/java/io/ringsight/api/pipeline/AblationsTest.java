package io.ringsight.api.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evidence.Ablation;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AblationsTest {
    @Test
    void knowsKindsOfEvidenceByTheirWords() {
        assertThat(Ablations.named(List.of("time", "rarity", "time"))).containsExactly(Ablation.RARITY, Ablation.TIME);
        assertThat(Ablations.named(List.of("all"))).isEqualTo(EnumSet.allOf(Ablation.class));
        assertThat(Ablations.named(List.of())).isEmpty();
    }

    @Test
    void refusesAKindOfEvidenceThatThereIsNot() {
        assertThatThrownBy(() -> Ablations.named(List.of("rarity", "luck")))
                .hasMessageContaining("no kind of evidence 'luck'")
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void variantsSayWhatTheyDoWithout() {
        List<ProductVariant> variants = Ablations.variants(
                EnumSet.of(Ablation.TIME, Ablation.RESEMBLANCE),
                (parameters, ablation) -> parameters.withPrior(0.01 * (1 + ablation.ordinal())));

        assertThat(variants)
                .containsExactly(
                        new ProductVariant(
                                "ringsight-no-time",
                                DetectionParameters.defaults().withPrior(0.02)),
                        new ProductVariant(
                                "ringsight-no-resemblance",
                                DetectionParameters.defaults().withPrior(0.05)));
    }

    @Test
    void variantsTakePartBesideTheProductAndAreNotReplayed() {
        var variant = new ProductVariant("ringsight-no-time", DetectionParameters.defaults());

        try (var contenders = Contenders.open(
                Set.of("components"),
                EvaluationSettings.defaults().withVariants(List.of(variant)),
                Progress.silent())) {
            assertThat(contenders.all())
                    .extracting(Contender::name)
                    .containsExactly("ringsight", "components", "ringsight-no-time");
            assertThat(contenders.replayed()).containsExactlyInAnyOrder("ringsight", "components");
        }
    }
}

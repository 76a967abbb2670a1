package io.ringsight.api.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.api.cli.SmallPopulation;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evaluation.Metric;
import io.ringsight.detect.evaluation.Period;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.SystemScores;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEvaluationTest {
    private static final long TRAINED =
            Instant.parse(SmallPopulation.TRAINED + "T00:00:00Z").toEpochMilli();

    @TempDir
    Path folder;

    @Test
    void comparesTheProductWithItsVariants() throws IOException {
        // the prior is that of the training whatever a variant says, so this one is the product itself
        var same = new ProductVariant(
                "ringsight-same", DetectionParameters.defaults().withPrior(0.5));
        var settings = new EvaluationSettings(OptionalLong.of(TRAINED), 0.03, 0, 20, 2, List.of("none"))
                .withVariants(List.of(same));
        Path data = SmallPopulation.write(folder.resolve("data"));
        Scorecard card = new FileEvaluation(IdentifierTypes.builtIn(), settings, "ringsight evaluate")
                .run(EvaluationFiles.in(data).withoutLabels(), folder.resolve("report"), Progress.silent())
                .scorecard();

        assertThat(card.systems())
                .extracting(SystemScores::system)
                .containsExactly("oracle", "ringsight", "ringsight-same");
        SystemScores variant = card.system("ringsight-same").orElseThrow();
        assertThat(variant.scores())
                .isEqualTo(card.system("ringsight").orElseThrow().scores());
        assertThat(variant.lead().get(Period.ALL))
                .hasEntrySatisfying(
                        Metric.AUPRC, lead -> assertThat(lead.measure()).isEqualTo(Measure.of(0)));
        assertThat(variant.replay()).isEmpty();
        assertThat(card.facts().labelled()).isFalse();
        assertThat(card.facts().scored()).isEqualTo(card.facts().accounts());
    }
}

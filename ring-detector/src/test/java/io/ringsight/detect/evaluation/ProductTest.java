package io.ringsight.detect.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductTest {
    @Test
    void saysWhatADetectionSays() {
        IdentityGraph graph = new Population()
                .account("A", 0, "document:x", "device:d")
                .account("B", 1, "document:x", "device:d")
                .account("C", 1, "tax_id:t")
                .account("D", 2, "tax_id:t", "device:e")
                .account("E", 3, "device:f")
                .graph();
        var parameters = DetectionParameters.defaults().withPrior(0.1);
        Detection detection = new DetectionRun(parameters, ComponentEngine.jvm(), Optional.empty())
                .run(graph, List.of(), Progress.silent());
        var data = new TrainingData(graph.asOf(0), List.of(), Long.MAX_VALUE, 0.1, 0);
        Verdicts verdicts = new Product(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .train(data, Progress.silent())
                .judge(graph, Progress.silent());

        assertThat(verdicts.accountIds()).containsExactly("A", "B", "C", "D", "E");
        assertThat(verdicts.links()).isEqualTo(detection.links()).isNotEmpty();
        assertThat(verdicts.ringRisk()).hasSize(2).hasSize(detection.rings().size());
        for (int i = 0; i < 5; i++) {
            var account = detection.accounts().get(i);
            assertThat(verdicts.risk()[i]).isEqualTo(account.risk());
            if (account.ringId() == null) {
                assertThat(verdicts.ring()[i]).isEqualTo(-1);
            } else {
                assertThat(verdicts.ringRisk()[verdicts.ring()[i]])
                        .isEqualTo(
                                detection.ring(account.ringId()).orElseThrow().risk());
            }
        }
    }
}

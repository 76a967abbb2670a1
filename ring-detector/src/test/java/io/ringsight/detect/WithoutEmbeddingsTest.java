package io.ringsight.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.gnn.embedding.AccountEmbeddings;
import io.ringsight.gnn.embedding.Embedder;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WithoutEmbeddingsTest {
    private static final IdentityGraph GRAPH = new Population()
            .account("A1", 3, "device:d1", "document:x1")
            .account("A2", 4, "device:d1", "document:x1")
            .graph();

    @Test
    void detectionGoesOnWhenNoEngineCanBeStarted() {
        var detection = detected(ErrorCode.ENGINE_UNAVAILABLE);
        assertThat(detection.facts().embedding()).isEqualTo("none");
        assertThat(detection.rings()).hasSize(1);
    }

    @Test
    void anyOtherFailureIsNotHidden() {
        assertThatThrownBy(() -> detected(ErrorCode.CANCELLED)).isInstanceOf(RingsightException.class);
    }

    private static Detection detected(ErrorCode failure) {
        var run = new DetectionRun(
                DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.of(new Failing(failure)));
        return run.run(GRAPH, List.of(), Progress.silent());
    }

    private record Failing(ErrorCode code) implements Embedder {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public AccountEmbeddings embed(IdentityGraph graph, Progress progress) {
            throw new RingsightException(code, "No engine.", "Maybe none.");
        }
    }
}

package io.ringsight.detect.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LiveDetectionTest {
    @Test
    void whoAsksWaitsForAChangeButNotForLong() {
        LiveDetection live = live();
        TokenisedApplication applicant =
                new Population().account("N", 45, "device:farm").application("N");
        LiveDetection.Answer before = live.check(applicant);

        live.changing().lock();
        try {
            assertThatThrownBy(() -> inAnotherThread(live, applicant))
                    .hasRootCauseInstanceOf(RingsightException.class)
                    .rootCause()
                    .satisfies(cause ->
                            assertThat(((RingsightException) cause).code()).isEqualTo(ErrorCode.OVERLOADED));
        } finally {
            live.changing().unlock();
        }

        assertThat(inAnotherThread(live, applicant)).isEqualTo(before);
    }

    private static LiveDetection.Answer inAnotherThread(LiveDetection live, TokenisedApplication applicant) {
        return CompletableFuture.supplyAsync(() -> live.check(applicant)).join();
    }

    private static LiveDetection live() {
        var population = new Population();
        for (int i = 0; i < 20; i++) {
            population.account("F" + i, i, "device:farm", "document:forged", "email:f" + i);
        }
        IdentityGraph graph = population.graph();
        Detection detection = new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .run(graph, List.of(), Progress.silent());
        return LiveDetection.of(graph, 0, detection, RingHistory.none(), DetectionParameters.defaults());
    }
}

package io.ringsight.detect.explanation;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.EvidenceEpoch;
import io.ringsight.detect.risk.Findings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A detection by evidence alone, and what it takes to explain it. */
record Found(Detection detection, Findings findings, EvidenceEpoch epoch) {
    static final DetectionParameters PARAMETERS = DetectionParameters.defaults();

    static Found in(IdentityGraph graph) {
        var found = new AtomicReference<Findings>();
        Detection detection = new DetectionRun(PARAMETERS, ComponentEngine.jvm(), Optional.empty())
                .run(graph, List.of(), Progress.silent(), found::set);
        Findings findings = Objects.requireNonNull(found.get());
        return new Found(
                detection,
                findings,
                EvidenceEpoch.of(
                        graph,
                        findings.order(),
                        PARAMETERS.evidence(),
                        findings.pairs().model(),
                        Progress.silent()));
    }

    RingExplainer explainer() {
        return new RingExplainer(epoch, PARAMETERS);
    }
}

package io.ringsight.detect;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.gnn.embedding.Embedder;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;

/** One detection over one snapshot. Thread-safe. */
public final class DetectionRun {
    private final DetectionParameters parameters;
    private final ComponentEngine engine;
    private final Optional<Embedder> embedder;

    public DetectionRun(DetectionParameters parameters, ComponentEngine engine, Optional<Embedder> embedder) {
        this.parameters = parameters;
        this.engine = engine;
        this.embedder = embedder;
    }

    public Detection run(IdentityGraph graph, List<AccountLabel> labels, Progress progress) {
        throw new UnsupportedOperationException(
                "Comes next: " + parameters + engine.name() + embedder.isPresent() + graph + labels.size() + progress);
    }
}

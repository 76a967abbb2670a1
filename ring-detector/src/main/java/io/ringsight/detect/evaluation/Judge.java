package io.ringsight.detect.evaluation;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;

/** A trained contender. May judge several snapshots, of the training's time or later. Thread-safe. */
public interface Judge {
    Verdicts judge(IdentityGraph graph, Progress progress);
}

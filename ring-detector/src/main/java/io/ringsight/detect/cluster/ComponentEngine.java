package io.ringsight.detect.cluster;

import io.ringsight.ingest.progress.Progress;

/** Finds connected components. Every engine finds the same: {@link Partition}s are equal. Implementations are thread-safe. */
public interface ComponentEngine {

    /** The word that reports use: {@code jvm} or {@code gds}. */
    String name();

    Partition components(WeightedGraph graph, Progress progress);

    /** In this process, by union-find. */
    static ComponentEngine jvm() {
        return UnionFindEngine.INSTANCE;
    }
}

package io.ringsight.detect.evaluation;

import io.ringsight.ingest.progress.Progress;

/** A system that takes part in an evaluation: the product or an opponent. Thread-safe. */
public interface Contender {
    /** As tables name it: {@code ringsight}, {@code components-cap-20}. */
    String name();

    /**
     * Learns from what was known at a time; equal data give an equal judge.
     *
     * @throws UntrainableException when it needs labels that are not there
     */
    Judge train(TrainingData data, Progress progress);
}

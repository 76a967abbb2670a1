package io.ringsight.detect.evaluation;

import io.ringsight.ingest.progress.Progress;

/** Work within a stage: says nothing of stages of its own, but stops when the whole is cancelled. */
record OnlyCancellation(Progress whole) implements Progress {
    @Override
    public void begin(String stage, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public void end() {}

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    @Override
    public void check() {
        whole.check();
    }
}

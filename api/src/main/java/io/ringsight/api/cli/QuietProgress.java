package io.ringsight.api.cli;

import io.ringsight.ingest.progress.Progress;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says nothing, but can be stopped. */
record QuietProgress(AtomicBoolean interrupted) implements Progress {
    @Override
    public void begin(String stage, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public void end() {}

    @Override
    public boolean cancelled() {
        return interrupted.get();
    }
}

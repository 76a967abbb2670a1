package io.ringsight.ingest.progress;

import java.util.function.BooleanSupplier;

record SilentProgress(BooleanSupplier stopped) implements Progress {
    static final Progress UNSTOPPABLE = new SilentProgress(() -> false);

    @Override
    public void begin(String stage, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public void end() {}

    @Override
    public boolean cancelled() {
        return stopped.getAsBoolean();
    }
}

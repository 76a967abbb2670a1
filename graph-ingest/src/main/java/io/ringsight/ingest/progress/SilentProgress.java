package io.ringsight.ingest.progress;

enum SilentProgress implements Progress {
    INSTANCE;

    @Override
    public void begin(String stage, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public void end() {}
}

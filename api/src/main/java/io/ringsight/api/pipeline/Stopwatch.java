package io.ringsight.api.pipeline;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Wall time of stages in milliseconds, in order. Not thread-safe. */
public final class Stopwatch {
    private final SequencedMap<String, Long> timings = new LinkedHashMap<>();

    public <T> T time(String stage, Supplier<T> work) {
        long started = System.nanoTime();
        T result = work.get();
        timings.merge(stage, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started), Long::sum);
        return result;
    }

    public void time(String stage, Runnable work) {
        time(stage, () -> {
            work.run();
            return true;
        });
    }

    public SequencedMap<String, Long> timings() {
        return new LinkedHashMap<>(timings);
    }
}

package io.ringsight.detect;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Wall time of stages in their order. Not thread-safe. */
final class StageClock {
    private final SequencedMap<String, Long> timings = new LinkedHashMap<>();

    <T> T time(String stage, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        timings.merge(stage, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), Long::sum);
        return result;
    }

    /** Milliseconds by stage. */
    SequencedMap<String, Long> timings() {
        return timings;
    }
}

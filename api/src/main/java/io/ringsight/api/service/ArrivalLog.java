package io.ringsight.api.service;

import io.ringsight.ingest.neo4j.ArrivalReader;
import io.ringsight.ingest.neo4j.ArrivalReader.Arrival;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreMeta;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Follows the log of a store: accounts that any process wrote, each once. Numbers are given out before what they number is written, so those
 * of the last seconds are looked at again. One thread.
 */
final class ArrivalLog {
    /** Writing takes no longer than this, from when its numbers are given out. */
    private static final Duration LATEST = Duration.ofSeconds(30);

    /** Log sequence numbers that may be given out and not written yet. */
    private static final int UNDERWAY = 30_000;

    private final Store store;
    private final Clock clock;
    private final LongOpenHashSet seen = new LongOpenHashSet(); // those after `settled`
    private final Deque<Looked> looks = new ArrayDeque<>();
    private long settled; // up to here nothing more comes

    private record Looked(long at, long sequence) {}

    /** @param after the log sequence number after which it follows */
    ArrivalLog(Store store, Clock clock, long after) {
        this.store = store;
        this.clock = clock;
        settled = Math.max(0, after - UNDERWAY);
    }

    /** Hands over what is new, in the order of the log as far as it is written. */
    void read(Consumer<Arrival> take) {
        long now = clock.millis();
        long last = StoreMeta.read(store).nextSequence() - 1;
        long[] fresh = Arrays.stream(ArrivalReader.sequences(store, settled, last))
                .filter(number -> !seen.contains(number))
                .toArray();
        ArrivalReader.read(store, fresh, last, take);
        Arrays.stream(fresh).forEach(seen::add);
        looks.addLast(new Looked(now, last));
        while (!looks.isEmpty() && looks.getFirst().at() <= now - LATEST.toMillis()) {
            settled = looks.removeFirst().sequence();
        }
        seen.removeIf(number -> number <= settled);
    }
}

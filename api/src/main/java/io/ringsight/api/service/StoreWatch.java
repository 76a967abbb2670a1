package io.ringsight.api.service;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a service last heard of its store. The driver tries for half a minute before it gives up, so a store that has been asked for longer than
 * {@link #PATIENCE} counts as down before. One thread tells, any may ask.
 */
final class StoreWatch {
    /** A store that is well answers a small question within this. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long NANOS = 1_000_000;

    private final LongSupplier clock; // nanoseconds, monotonic
    private volatile Heard heard;
    private volatile long caughtUp;

    /**
     * What it heard last.
     *
     * @param answered whether it was an answer
     * @param asking whether another one is awaited
     * @param since when, in nanoseconds
     */
    private record Heard(boolean answered, boolean asking, long since) {}

    /** @param clock nanoseconds, monotonic; the store answers now, and its log is read */
    StoreWatch(LongSupplier clock) {
        this.clock = clock;
        heard = new Heard(true, false, clock.getAsLong());
        caughtUp = clock.getAsLong();
    }

    /** A small question is asked from now on. */
    void asks() {
        heard = new Heard(heard.answered(), true, clock.getAsLong());
    }

    void answered() {
        heard = new Heard(true, false, clock.getAsLong());
    }

    void failed() {
        heard = new Heard(false, false, clock.getAsLong());
    }

    /** The log was read to its end. */
    void caughtUp() {
        caughtUp = clock.getAsLong();
    }

    boolean storeAnswers() {
        Heard last = heard;
        return last.answered() && !(last.asking() && clock.getAsLong() - last.since() > PATIENCE.toNanos());
    }

    /** Since the log was read to its end, milliseconds. */
    long indexAgeMillis() {
        return (clock.getAsLong() - caughtUp) / NANOS;
    }
}

package io.ringsight.ingest.progress;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Told about the advance of long work; may ask it to stop. Implementations are thread-safe.
 */
public interface Progress {

    /** A stage begins. {@code total} units of work are expected, or -1 when that is unknown. */
    void begin(String stage, long total);

    /** {@code units} more are done. */
    void advance(long units);

    /** The stage is over. */
    void end();

    /** True once somebody asked for the work to stop. */
    default boolean cancelled() {
        return false;
    }

    /** Throws when the work was cancelled. Call it between batches. */
    default void check() {
        if (cancelled()) {
            throw new RingsightException(
                    ErrorCode.CANCELLED, "Cancelled.", "", new CancellationException("by the caller"));
        }
    }

    /** Says nothing and never stops. */
    static Progress silent() {
        return SilentProgress.UNSTOPPABLE;
    }

    /** Says nothing, and stops once {@code cancelled} says so: also for work within a stage of something larger. */
    static Progress silentUntil(BooleanSupplier cancelled) {
        return new SilentProgress(cancelled);
    }
}

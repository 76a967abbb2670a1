package io.ringsight.ingest.neo4j;

import java.time.Duration;
import java.util.Locale;

/**
 * What an ingest cost.
 *
 * @param way {@code bolt} or {@code bulk}
 * @param rows accounts and sightings that went in; identifiers come on top and are not counted
 * @param elapsed by the clock
 * @param ourCpu of this JVM, compilation and garbage collection among it
 * @param storeCpu of the store's JVM, and of the importer's where there is one
 */
public record IngestFigures(String way, long rows, Duration elapsed, Duration ourCpu, Duration storeCpu) {

    public double rowsPerCpuSecond() {
        return rows * 1e9 / ourCpu.plus(storeCpu).toNanos();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %,d rows, %.1f s, CPU %.1f s here and %.1f s in the store: %,.0f rows a CPU-second",
                way,
                rows,
                elapsed.toNanos() / 1e9,
                ourCpu.toNanos() / 1e9,
                storeCpu.toNanos() / 1e9,
                rowsPerCpuSecond());
    }
}

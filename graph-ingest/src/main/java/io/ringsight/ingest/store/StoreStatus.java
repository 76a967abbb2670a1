package io.ringsight.ingest.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Whether a local store runs, and where. */
public sealed interface StoreStatus {

    /**
     * @param version of the server, for instance {@code neo4j 2026.01.4, gds 2.26.0}
     */
    record Running(URI uri, long pid, String version, Instant startedAt) implements StoreStatus {
        public Duration uptime(Instant now) {
            return Duration.between(startedAt, now);
        }
    }

    record Stopped() implements StoreStatus {}
}

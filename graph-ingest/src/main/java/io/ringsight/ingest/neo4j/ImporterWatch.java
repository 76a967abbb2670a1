package io.ringsight.ingest.neo4j;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks, again and again, how much CPU time the importer has used that runs as a child process of ours. Looking for it costs a
 * walk through all processes: that is done seldom, and no more once it is found.
 */
final class ImporterWatch implements AutoCloseable {
    private static final Duration SEARCH = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final AtomicLong nanos = new AtomicLong();
    private final Thread thread = Thread.ofVirtual().start(this::watch);

    private void watch() {
        try {
            Optional<ProcessHandle> importer = Optional.empty();
            while (importer.isEmpty()) {
                Thread.sleep(SEARCH);
                importer = ProcessHandle.current()
                        .children()
                        .filter(ImporterWatch::imports)
                        .findFirst();
            }
            while (importer.get().isAlive()) {
                importer.get().info().totalCpuDuration().ifPresent(used -> nanos.set(used.toNanos()));
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean imports(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains("import"))
                .orElse(false);
    }

    long cpuNanos() {
        return nanos.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

package io.ringsight.ingest.neo4j;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks, every few milliseconds, how much CPU time the importer has used that runs as a child process of ours. */
final class ImporterWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Map<Long, Long> nanosByProcess = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofVirtual().start(this::watch);

    private void watch() {
        try {
            while (true) {
                ProcessHandle.current().descendants().forEach(this::look);
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ProcessHandle process) {
        var info = process.info();
        boolean imports = info.arguments()
                .map(arguments -> Arrays.asList(arguments).contains("import"))
                .orElse(false);
        if (imports) {
            info.totalCpuDuration().ifPresent(used -> nanosByProcess.put(process.pid(), used.toNanos()));
        }
    }

    long cpuNanos() {
        return nanosByProcess.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

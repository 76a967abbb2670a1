package io.ringsight.ingest.neo4j;

import com.sun.management.OperatingSystemMXBean;
import io.ringsight.cypher.Statement;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/**
 * Measures what it costs to bring tokenised applications into a store, over Bolt and through the importer. CPU time is that
 * of every JVM that takes part: ours and the store's as the JVMs tell it, the importer's as the operating system does. The
 * bulk load's figure holds the files, the importer with the start of its JVM, and the constraints over what it made; the
 * start of a server is in neither. A store that was just started compiles its code for the first hundred thousands of rows:
 * measure a second time to leave that out.
 */
public final class IngestBenchmark {
    private static final String KEYS = "00000000000000000000000000000000";
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private IngestBenchmark() {}

    /** Writes to a running store, which should be empty. */
    public static IngestFigures bolt(StoreAddress address, Stream<TokenisedApplication> applications) {
        try (var store = Store.connect(address)) {
            long storeCpu = storeCpu(store);
            long ourCpu = SYSTEM.getProcessCpuTime();
            long begin = System.nanoTime();
            var counting = new Counting();
            try (var writer = new GraphWriter(store, 1)) {
                applications.forEach(application -> counting.hand(application, writer));
            }
            return figures(
                    "bolt",
                    counting.rows,
                    System.nanoTime() - begin,
                    SYSTEM.getProcessCpuTime() - ourCpu,
                    storeCpu(store) - storeCpu);
        }
    }

    /**
     * Loads a new local store.
     *
     * @param folder where files may lie meanwhile
     * @param importer {@code LocalStore.bulkLoad}, in a child process of ours
     */
    public static IngestFigures bulk(
            Path folder, Function<Path, StoreAddress> importer, Stream<TokenisedApplication> applications) {
        long ourCpu = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        long[] storeCpu = new long[1];
        var counting = new Counting();
        Function<Path, StoreAddress> watched = files -> {
            try (var watch = new ImporterWatch()) {
                StoreAddress address = importer.apply(files);
                storeCpu[0] = storeCpu(address) - watch.cpuNanos();
                return address;
            }
        };
        try (var load = new BulkLoad(folder, watched, KEYS, 1)) {
            applications.forEach(application -> counting.hand(application, load));
            try (var store = load.finish()) {
                return figures(
                        "bulk",
                        counting.rows,
                        System.nanoTime() - begin,
                        SYSTEM.getProcessCpuTime() - ourCpu,
                        storeCpu(store) - storeCpu[0]);
            }
        }
    }

    private static IngestFigures figures(String way, long rows, long elapsed, long ourCpu, long storeCpu) {
        return new IngestFigures(
                way, rows, Duration.ofNanos(elapsed), Duration.ofNanos(ourCpu), Duration.ofNanos(storeCpu));
    }

    private static final class Counting {
        private long rows;

        void hand(TokenisedApplication application, TokenisedSink sink) {
            rows += 1 + application.sightings().size();
            sink.application(application);
        }
    }

    private static long storeCpu(Store store) {
        return store.read(
                        Statement.STORE_CPU_TIME.bare(),
                        row -> row.get("nanoseconds").asLong())
                .getFirst();
    }

    private static long storeCpu(StoreAddress address) {
        try (var driver = GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()));
                var session = driver.session()) {
            return session.run(Statement.STORE_CPU_TIME.text())
                    .single()
                    .get("nanoseconds")
                    .asLong();
        }
    }
}

package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.store.LocalStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the ingest benchmark by hand on new local stores: {@code IngestBenchmarkMain ACCOUNTS STORE-LIBRARIES}. Prints Bolt on a
 * store that was just started, as often as a third argument says (2), and bulk.
 */
final class IngestBenchmarkMain {
    private IngestBenchmarkMain() {}

    public static void main(String[] arguments) throws Exception {
        int accounts = Integer.parseInt(arguments[0]);
        Path libraries = Path.of(arguments[1]);
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        Path folder = Files.createTempDirectory("ringsight-benchmark-");
        var forBolt = new LocalStore(folder.resolve("bolt"), libraries);
        try {
            for (long seed = 1; seed <= times; seed++) {
                System.out.println(IngestBenchmark.bolt(forBolt.attach(), BenchmarkPopulation.of(accounts, seed)));
            }
        } finally {
            forBolt.stop();
        }
        var forBulk = new LocalStore(folder.resolve("bulk"), libraries);
        try {
            System.out.println(IngestBenchmark.bulk(
                    folder.resolve("files"),
                    files -> forBulk.bulkLoad(files, Progress.silent()),
                    BenchmarkPopulation.of(accounts, 1)));
        } finally {
            forBulk.stop();
        }
    }
}

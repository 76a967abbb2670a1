package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.store.LocalStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the ingest benchmark by hand on new local stores: {@code IngestBenchmarkMain ACCOUNTS STORE-LIBRARIES}. */
final class IngestBenchmarkMain {
    private IngestBenchmarkMain() {}

    public static void main(String[] arguments) throws Exception {
        int accounts = Integer.parseInt(arguments[0]);
        Path libraries = Path.of(arguments[1]);
        Path folder = Files.createTempDirectory("ringsight-benchmark-");
        for (String way : arguments[2].split(",")) {
            var local = new LocalStore(folder.resolve(way), libraries);
            try {
                System.out.println(
                        way.equals("bolt")
                                ? IngestBenchmark.bolt(local.attach(), BenchmarkPopulation.of(accounts, 1))
                                : IngestBenchmark.bulk(
                                        folder.resolve("files"),
                                        files -> local.bulkLoad(files, Progress.silent()),
                                        BenchmarkPopulation.of(accounts, 1)));
            } finally {
                local.stop();
            }
        }
    }
}

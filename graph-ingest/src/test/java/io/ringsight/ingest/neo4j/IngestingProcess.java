package io.ringsight.ingest.neo4j;

import java.net.URI;

/** What {@link InterruptedIngestIT} starts in a JVM of its own, and kills: URI, USER, ACCOUNTS; the password by environment. */
final class IngestingProcess {
    static final String PASSWORD = "RINGSIGHT_TEST_PASSWORD";
    static final int SEED = 11;

    private IngestingProcess() {}

    public static void main(String[] arguments) {
        var address = new StoreAddress(URI.create(arguments[0]), arguments[1], System.getenv(PASSWORD));
        try (var store = Store.connect(address)) {
            ingest(store, Integer.parseInt(arguments[2]));
        }
    }

    static void ingest(Store store, int accounts) {
        try (var writer = new GraphWriter(store, 1, 2, Math.max(200, accounts / 7))) {
            BenchmarkPopulation.of(accounts, SEED).forEach(writer::application);
        }
    }
}

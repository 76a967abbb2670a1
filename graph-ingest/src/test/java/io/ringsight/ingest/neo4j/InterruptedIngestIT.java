package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.store.SharedLocalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Its full size, 100,000 accounts with 600,000 sightings: {@code -Dringsight.interrupt.accounts=100000}. */
class InterruptedIngestIT {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final int ACCOUNTS = Integer.getInteger("ringsight.interrupt.accounts", 5_000);

    @Test
    void anIngestThatIsKilledAndRunAgainGivesTheSameGraph() throws Exception {
        StoreAddress address = SharedLocalStore.empty();
        try (var store = Store.connect(address)) {
            for (double share : List.of(0.2, 0.55, 0.8)) {
                killAfter(store, address, Math.round(ACCOUNTS * share));
                assertThat(accounts(store)).isLessThan(ACCOUNTS);
            }
            IngestingProcess.ingest(store, ACCOUNTS);

            var expected = new IdentityGraphBuilder(TYPES);
            BenchmarkPopulation.of(ACCOUNTS, IngestingProcess.SEED).forEach(expected::application);
            var graph = SnapshotReader.read(store, TYPES, Progress.silent()).graph();
            assertThat(graph.sightingCount()).isEqualTo(ACCOUNTS * 6);
            assertThat(graph.sameAs(expected.build())).isTrue();
            assertThat(counts(store))
                    .containsEntry("revisions", 0L)
                    .containsEntry("sightings", (long) graph.sightingCount())
                    .containsEntry("identifiers", (long) graph.identifierCount());
        }
    }

    /** Kills the ingesting JVM, without a chance to tidy up, at the first sight of that many accounts. */
    private static void killAfter(Store store, StoreAddress address, long accounts) throws Exception {
        Process ingest = start(address);
        while (accounts(store) < accounts) {
            assertThat(ingest.isAlive()).isTrue();
            Thread.sleep(5);
        }
        ingest.destroyForcibly().waitFor();
    }

    private static Process start(StoreAddress address) throws IOException {
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                IngestingProcess.class.getName(),
                address.uri().toString(),
                address.user(),
                Integer.toString(ACCOUNTS));
        java.environment().put(IngestingProcess.PASSWORD, address.password());
        return java.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long accounts(Store store) {
        return (long) Objects.requireNonNull(counts(store).get("accounts"));
    }

    private static Map<String, Object> counts(Store store) {
        return store.read(Statement.STORE_COUNTS.bare(), row -> row.asMap()).getFirst();
    }
}

package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.store.LocalStore;
import io.ringsight.ingest.store.SharedLocalStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkLoadIT {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final int ACCOUNTS = 2_000;

    @Test
    void theImporterMakesTheGraphThatBoltWrites(@TempDir Path folder) {
        var builder = new IdentityGraphBuilder(TYPES);
        RandomApplications.hand(5, ACCOUNTS, builder);
        var local = new LocalStore(folder.resolve("data"), SharedLocalStore.libraries());
        try (var load = new BulkLoad(
                folder.resolve("files"), files -> local.bulkLoad(files, Progress.silent()), "0".repeat(32), 1)) {
            RandomApplications.hand(5, ACCOUNTS, load);
            try (var store = load.finish()) {
                var loaded = SnapshotReader.read(store, TYPES, Progress.silent());
                var counts = store.read(Statement.STORE_COUNTS.bare(), row -> row.asMap());

                assertThat(loaded.graph().sameAs(builder.build())).isTrue();
                assertThat(loaded.sequence()).isGreaterThanOrEqualTo(ACCOUNTS);
                assertThat(folder.resolve("files")).doesNotExist();

                try (var writer = new GraphWriter(store, 1)) {
                    RandomApplications.hand(5, ACCOUNTS, writer);
                }
                assertThat(store.read(Statement.STORE_COUNTS.bare(), row -> row.asMap()))
                        .as("all of it known")
                        .isEqualTo(counts);
            }
        } finally {
            local.stop();
        }
        assertThat(Files.exists(folder.resolve("files"))).isFalse();
    }
}

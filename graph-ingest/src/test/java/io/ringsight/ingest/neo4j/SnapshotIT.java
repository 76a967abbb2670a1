package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.store.SharedLocalStore;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

class SnapshotIT {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void theStoreGivesBackTheSnapshotThatMemoryBuilds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int accounts) {
        IdentityGraph expected = inMemory(seed, accounts);
        try (var store = Store.connect(SharedLocalStore.empty())) {
            write(store, seed, accounts);
            var first = SnapshotReader.read(store, TYPES, Progress.silent());
            List<Map<String, Object>> counts = counts(store);

            assertThat(first.graph().sameAs(expected))
                    .as("%s, not %s", first.graph(), expected)
                    .isTrue();
            assertThat(first.sequence()).isGreaterThanOrEqualTo(expected.sightingCount() + expected.accountCount());

            write(store, seed, accounts);
            assertThat(SnapshotReader.read(store, TYPES, Progress.silent())
                            .graph()
                            .sameAs(expected))
                    .as("written again")
                    .isTrue();
            assertThat(counts(store)).as("revisions too").isEqualTo(counts);
        }
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void whatCameLaterIsNotInASnapshotOfBefore(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int accounts) {
        try (var store = Store.connect(SharedLocalStore.empty())) {
            write(store, seed, accounts);
            var before = SnapshotReader.read(store, TYPES, Progress.silent());
            write(store, seed + 1, accounts + 20);
            write(store, seed + 2, accounts);
            var again = SnapshotReader.upTo(store, TYPES, before.sequence(), Progress.silent());
            assertThat(again.sequence()).isEqualTo(before.sequence());
            assertThat(again.graph().sameAs(before.graph()))
                    .as("%s, not %s", again.graph(), before.graph())
                    .isTrue();
        }
    }

    private static IdentityGraph inMemory(long seed, int accounts) {
        var builder = new IdentityGraphBuilder(TYPES);
        RandomApplications.hand(seed, accounts, builder);
        return builder.build();
    }

    private static void write(Store store, long seed, int accounts) {
        try (var writer = new GraphWriter(store, 1, 2, 100)) {
            RandomApplications.hand(seed, accounts, writer);
        }
    }

    private static List<Map<String, Object>> counts(Store store) {
        return store.read(Statement.STORE_COUNTS.bare(), row -> row.asMap());
    }
}

package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.store.SharedLocalStore;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

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

    /** As stores are that were written when there were no signatures and keys yet. */
    @Test
    void readsAStoreWithoutLikeness() {
        IdentityGraph signed = inMemory(3, 200);
        StoreAddress address = SharedLocalStore.empty();
        try (var store = Store.connect(address)) {
            write(store, 3, 200);
            run(
                    address,
                    """
                    MATCH (n) REMOVE n.signature, n.placeholder, n.blocking_keys, n.given_name_signature, n.surname_signature,
                      n.birth_date_signature
                    """);

            IdentityGraph bare = SnapshotReader.read(store, TYPES, Progress.silent()).graph();

            assertThat(bare).hasToString(signed.toString());
            assertThat(signed.blockingKeyCount()).isPositive();
            assertThat(bare.blockingKeyCount()).isZero();
            for (int type = 0; type < TYPES.size(); type++) {
                assertThat(bare.signatures(type).size()).isZero();
            }
            assertThat(signed.signatures(TYPES.ordinal("email")).size()).isPositive();
            assertThat(signed.attributeSignatures(AccountAttribute.GIVEN_NAME).size()).isPositive();
            assertThat(bare.attributeSignatures(AccountAttribute.GIVEN_NAME).size()).isZero();
            assertThat(IntStream.range(0, bare.identifierCount()).anyMatch(bare::isPlaceholder))
                    .isFalse();
        }
    }

    private static void run(StoreAddress address, String cypher) {
        try (var driver =
                GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()))) {
            driver.executableQuery(cypher).execute();
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

package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.store.SharedLocalStore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** Stores that were written when there were no signatures and blocking keys yet. */
class OlderStoreIT {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();

    @Test
    void readsAStoreWithoutLikeness() {
        IdentityGraph signed = inMemory();
        StoreAddress address = SharedLocalStore.empty();
        try (var store = Store.connect(address)) {
            write(store);
            run(address, """
                    MATCH (n) REMOVE n.signature, n.placeholder, n.blocking_keys, n.given_name_signature, n.surname_signature,
                      n.birth_date_signature
                    """);

            IdentityGraph bare =
                    SnapshotReader.read(store, TYPES, Progress.silent()).graph();

            assertThat(bare).hasToString(signed.toString());
            assertThat(signed.blockingKeyCount()).isPositive();
            assertThat(bare.blockingKeyCount()).isZero();
            for (int type = 0; type < TYPES.size(); type++) {
                assertThat(bare.signatures(type).size()).isZero();
            }
            assertThat(signed.signatures(TYPES.ordinal("email")).size()).isPositive();
            assertThat(signed.attributeSignatures(AccountAttribute.GIVEN_NAME).size())
                    .isPositive();
            assertThat(bare.attributeSignatures(AccountAttribute.GIVEN_NAME).size())
                    .isZero();
            assertThat(IntStream.range(0, bare.identifierCount()).anyMatch(bare::isPlaceholder))
                    .isFalse();
        }
    }

    private static void run(StoreAddress address, String cypher) {
        try (var driver = GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()))) {
            driver.executableQuery(cypher).execute();
        }
    }

    private static IdentityGraph inMemory() {
        var builder = new IdentityGraphBuilder(TYPES);
        RandomApplications.hand(3, 200, builder);
        return builder.build();
    }

    private static void write(Store store) {
        try (var writer = new GraphWriter(store, 1, 2, 100)) {
            RandomApplications.hand(3, 200, writer);
        }
    }
}

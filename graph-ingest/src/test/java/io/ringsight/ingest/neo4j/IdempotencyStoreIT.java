package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.neo4j.IdempotencyStore.Claim;
import io.ringsight.ingest.store.SharedLocalStore;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

class IdempotencyStoreIT {
    private static final long NOW = 1_800_000_000_000L;
    private static final long DAY = IdempotencyStore.REMEMBERED.toMillis();
    private static final long MINUTE = IdempotencyStore.ABANDONED.toMillis();
    private static final Claim OURS = new Claim(true, true, OptionalInt.empty());

    private Store store;

    @BeforeEach
    void connect() {
        store = Store.connect(SharedLocalStore.empty());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aKeyIsClaimedOnceAndKeepsItsAnswer() {
        assertThat(claim("k", "body", "first", NOW)).isEqualTo(OURS);
        assertThat(claim("k", "body", "first", NOW + 1))
                .as("the driver may run a transaction twice")
                .isEqualTo(OURS);
        assertThat(claim("k", "body", "second", NOW + 2)).isEqualTo(new Claim(false, true, OptionalInt.empty()));
        assertThat(claim("k", "other", "second", NOW + 2)).isEqualTo(new Claim(false, false, OptionalInt.empty()));
        assertThat(claim("another", "other", "second", NOW + 2)).isEqualTo(OURS);

        IdempotencyStore.answer(store, "k", "first", 201, "A1");

        assertThat(claim("k", "body", "third", NOW + 3)).isEqualTo(new Claim(false, true, OptionalInt.of(201)));
        assertThat(claim("k", "other", "third", NOW + 3)).isEqualTo(new Claim(false, false, OptionalInt.of(201)));
    }

    @Test
    void anAnswerIsRememberedForADayAndThenTheKeyIsFree() {
        claim("k", "body", "first", NOW);
        IdempotencyStore.answer(store, "k", "first", 201, "A1");

        assertThat(claim("k", "body", "second", NOW + DAY)).isEqualTo(new Claim(false, true, OptionalInt.of(201)));
        assertThat(claim("k", "other", "third", NOW + DAY + 1)).isEqualTo(OURS);
        IdempotencyStore.answer(store, "k", "first", 200, "A1");
        assertThat(claim("k", "other", "fourth", NOW + DAY + 2))
                .as("who had the key before says no more")
                .isEqualTo(new Claim(false, true, OptionalInt.empty()));
    }

    @Test
    void aClaimWhoseProcessDiedIsTakenOverAfterAMinute() {
        claim("k", "body", "died", NOW);

        assertThat(claim("k", "body", "early", NOW + MINUTE).ours()).isFalse();
        assertThat(claim("k", "body", "heir", NOW + MINUTE + 1)).isEqualTo(OURS);
        assertThat(claim("k", "body", "late", NOW + MINUTE + 2).ours())
                .as("the minute begins anew")
                .isFalse();

        IdempotencyStore.release(store, "k", "died");
        IdempotencyStore.answer(store, "k", "died", 201, "A1");
        assertThat(claim("k", "body", "late", NOW + MINUTE + 2))
                .as("it was slow and not dead: the claim is the heir's all the same")
                .isEqualTo(new Claim(false, true, OptionalInt.empty()));

        IdempotencyStore.answer(store, "k", "heir", 200, "A1");
        assertThat(claim("k", "body", "late", NOW + 3 * MINUTE))
                .as("what was answered is not taken over")
                .isEqualTo(new Claim(false, true, OptionalInt.of(200)));
    }

    @Test
    void aClaimIsGivenUpUnlessItWasAnswered() {
        claim("k", "body", "failed", NOW);
        IdempotencyStore.release(store, "k", "failed");
        assertThat(claim("k", "other", "next", NOW + 1)).isEqualTo(OURS);

        IdempotencyStore.answer(store, "k", "next", 201, "A1");
        IdempotencyStore.release(store, "k", "next");
        assertThat(claim("k", "other", "again", NOW + 2).status()).hasValue(201);
    }

    @Test
    void oldKeysGoAwayAsNewOnesCome() {
        for (int i = 0; i < 150; i++) {
            claim("old-" + i, "body", "first", NOW);
        }
        claim("new-0", "body", "first", NOW + DAY + 1);
        assertThat(keys()).isEqualTo(51);
        claim("new-1", "body", "first", NOW + DAY + 1);
        assertThat(keys()).isEqualTo(2);
    }

    @Test
    void twoProcessesOnOneStoreNeverBothHaveAKey() throws Exception {
        int keys = 300; // more than one claim forgets, so that some are taken over while others are forgotten
        IntStream.range(0, keys).forEach(i -> claim("k-" + i, "body", "first", NOW));
        List<Callable<Boolean>> claims = new ArrayList<>();
        try (Store other = Store.connect(SharedLocalStore.address());
                var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < keys; i++) {
                for (int one = 0; one < 4; one++) {
                    Store at = one % 2 == 0 ? store : other;
                    String key = "k-" + (keys - 1 - i);
                    String attempt = "again-" + one;
                    claims.add(() -> IdempotencyStore.claim(at, key, "body", attempt, NOW + DAY + 1)
                            .ours());
                }
            }
            int ours = 0;
            for (Future<Boolean> claim : threads.invokeAll(claims)) {
                ours += claim.get() ? 1 : 0;
            }
            assertThat(ours).isEqualTo(keys);
        }
    }

    private Claim claim(String key, String body, String attempt, long now) {
        return IdempotencyStore.claim(store, key, body, attempt, now);
    }

    private static long keys() {
        StoreAddress address = SharedLocalStore.address();
        try (var driver = GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()));
                var session = driver.session()) {
            return session.run("MATCH (k:IdempotencyKey) RETURN count(k) AS keys")
                    .single()
                    .get("keys")
                    .asLong();
        }
    }
}

package io.ringsight.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.IdempotencyStore;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.store.SharedLocalStore;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.tokenise.RequestHashes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one store, whose clock can be moved on. Every test has a key of its own. */
class IdempotencyIT {
    private static final String CALLER = "caller";
    private static final ReceivedApplication CREATED = new ReceivedApplication("A1", true, List.of());
    private static final ReceivedApplication KNOWN = new ReceivedApplication("A1", false, List.of());

    private static Store hereStore;
    private static Store thereStore;
    private static RequestHashes hashes;

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger carriedOut = new AtomicInteger();
    private final String key = UUID.randomUUID().toString();
    private Idempotency here;
    private Idempotency there;

    @BeforeAll
    static void connect() {
        hereStore = Store.connect(SharedLocalStore.address());
        thereStore = Store.connect(SharedLocalStore.address());
        hashes = RequestHashes.of(KeySets.ephemeral(IdentifierTypes.builtIn()));
    }

    @AfterAll
    static void close() {
        hereStore.close();
        thereStore.close();
    }

    @BeforeEach
    void start() {
        here = new Idempotency(hereStore, hashes, clock);
        there = new Idempotency(thereStore, hashes, clock);
    }

    @Test
    void theAnswerIsTheFirstOneForADayAndThenTheRequestIsCarriedOutAgain() {
        assertThat(send(here, "body", this::creates)).isEqualTo(CREATED);
        clock.move(IdempotencyStore.REMEMBERED);
        assertThat(send(there, "body", this::knows)).isEqualTo(CREATED);
        assertThat(carriedOut).hasValue(1);

        clock.move(Duration.ofMillis(1));
        assertThat(send(there, "body", this::knows)).isEqualTo(KNOWN);
        assertThat(carriedOut).hasValue(2);
        assertThat(send(here, "body", this::creates)).isEqualTo(KNOWN);
        assertThat(carriedOut).hasValue(2);
    }

    @Test
    void anotherBodyIsRefusedWhileTheFirstIsUnderWayAndAfterIt() {
        send(here, "body", () -> {
            assertRefused(there, "other", ErrorCode.INVALID_REQUEST);
            return creates();
        });
        assertRefused(there, "other", ErrorCode.INVALID_REQUEST);
        assertRefused(here, "other", ErrorCode.INVALID_REQUEST);
        assertThat(carriedOut).hasValue(1);

        clock.move(IdempotencyStore.REMEMBERED.plusMillis(1));
        assertThat(send(there, "other", this::creates)).isEqualTo(CREATED);
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        send(here, "body", this::creates);

        assertThat(here.once("somebody else", key, bytes("other"), this::knows, IdempotencyIT::answered))
                .isEqualTo(KNOWN);
    }

    @Test
    void aRequestWhoseProcessDiedIsCarriedOutByWhoeverAsksAMinuteLater() {
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> send(here, "body", () -> {
                    carriedOut.incrementAndGet();
                    throw new Killed();
                }));
        assertRefused(there, "body", ErrorCode.CONFLICT);
        clock.move(IdempotencyStore.ABANDONED);
        assertRefused(there, "body", ErrorCode.CONFLICT);

        clock.move(Duration.ofMillis(1));
        assertThat(send(there, "body", this::knows)).isEqualTo(KNOWN);
        assertThat(send(here, "body", this::creates)).isEqualTo(KNOWN);
        assertThat(carriedOut).hasValue(2);
    }

    @Test
    void whoWasTakenForDeadAnswersItsCallerAndLeavesTheKeyToTheHeir() {
        assertThat(send(here, "body", () -> {
                    clock.move(IdempotencyStore.ABANDONED.plusMillis(1));
                    assertThat(send(there, "body", this::knows)).isEqualTo(KNOWN);
                    return creates();
                }))
                .isEqualTo(CREATED);

        assertThat(send(here, "body", this::creates)).isEqualTo(KNOWN);
        assertThat(carriedOut).hasValue(2);
    }

    @Test
    void whoWasTakenForDeadAndFailsDoesNotFreeTheKey() {
        assertThatExceptionOfType(RingsightException.class)
                .isThrownBy(() -> send(here, "body", () -> {
                    clock.move(IdempotencyStore.ABANDONED.plusMillis(1));
                    send(there, "body", this::creates);
                    throw failure();
                }));

        assertRefused(there, "other", ErrorCode.INVALID_REQUEST);
        assertThat(send(here, "body", this::knows)).isEqualTo(CREATED);
        assertThat(carriedOut).hasValue(1);
    }

    @Test
    void aRequestThatFailedLeavesItsKeyToAnyBody() {
        assertThatExceptionOfType(RingsightException.class)
                .isThrownBy(() -> send(here, "body", () -> {
                    throw failure();
                }));

        assertThat(send(there, "other", this::creates)).isEqualTo(CREATED);
    }

    @Test
    void ofManyInTwoProcessesOneIsCarriedOut() {
        List<CompletableFuture<Boolean>> all = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return send(i % 2 == 0 ? here : there, "body", this::creates)
                                .equals(CREATED);
                    } catch (RingsightException e) {
                        return e.code() == ErrorCode.CONFLICT;
                    }
                }))
                .toList();

        assertThat(all).extracting(CompletableFuture::join).containsOnly(true);
        assertThat(carriedOut).hasValue(1);
    }

    private ReceivedApplication creates() {
        carriedOut.incrementAndGet();
        return CREATED;
    }

    private ReceivedApplication knows() {
        carriedOut.incrementAndGet();
        return KNOWN;
    }

    private ReceivedApplication send(Idempotency to, String body, Supplier<ReceivedApplication> receive) {
        return to.once(CALLER, key, bytes(body), receive, IdempotencyIT::answered);
    }

    private void assertRefused(Idempotency by, String body, ErrorCode code) {
        assertThatExceptionOfType(RingsightException.class)
                .isThrownBy(() -> send(by, body, this::creates))
                .withMessageNotContaining(key)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static ReceivedApplication answered(boolean created) {
        return created ? CREATED : KNOWN;
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static RingsightException failure() {
        return new RingsightException(ErrorCode.INVALID_REQUEST, "It is no application.", "");
    }

    /** Nothing is tidied up. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-28T10:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

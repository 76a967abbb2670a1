package io.ringsight.api.service;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.IdempotencyStore;
import io.ringsight.ingest.neo4j.IdempotencyStore.Claim;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.tokenise.RequestHashes;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries a request out once, however often it is sent, after draft-ietf-httpapi-idempotency-key-header. A request that fails leaves its
 * key free. Thread-safe, also among processes on one store.
 */
final class Idempotency {
    private static final int CREATED = 201;
    private static final int KNOWN = 200;

    private final Store store;
    private final RequestHashes hashes;
    private final Clock clock;

    Idempotency(Store store, RequestHashes hashes, Clock clock) {
        this.store = store;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * @param receive carries it out
     * @param again what the answer was, given whether the account was created then
     * @throws RingsightException CONFLICT while the first request is under way, INVALID_REQUEST when it had another body
     */
    ReceivedApplication once(
            String caller,
            String key,
            byte[] body,
            Supplier<ReceivedApplication> receive,
            Function<Boolean, ReceivedApplication> again) {
        String keyHash = hashes.key(caller, key);
        String attempt = UUID.randomUUID().toString();
        Claim claim = IdempotencyStore.claim(store, keyHash, hashes.body(body), attempt, clock.millis());
        if (claim.ours()) {
            return first(keyHash, attempt, receive);
        }
        if (!claim.sameBody()) {
            throw new RingsightException(
                    ErrorCode.INVALID_REQUEST,
                    "Idempotency-Key was used for another application.",
                    "Maybe give each application a key of its own.");
        }
        if (claim.status().isEmpty()) {
            throw new RingsightException(
                    ErrorCode.CONFLICT,
                    "The first request with this Idempotency-Key is under way.",
                    "Maybe send it again in a second.");
        }
        return again.apply(claim.status().getAsInt() == CREATED);
    }

    private ReceivedApplication first(String key, String attempt, Supplier<ReceivedApplication> receive) {
        ReceivedApplication received;
        try {
            received = receive.get();
        } catch (RuntimeException e) {
            try {
                IdempotencyStore.release(store, key, attempt);
            } catch (RuntimeException released) {
                e.addSuppressed(released); // the claim is taken over once it counts as abandoned
            }
            throw e;
        }
        IdempotencyStore.answer(store, key, attempt, received.created() ? CREATED : KNOWN, received.accountId());
        return received;
    }
}

package io.ringsight.ingest.neo4j;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.neo4j.driver.Record;

/** Which requests were answered under which idempotency key: in the store, so that it outlives a process. Holds hashes alone. */
public final class IdempotencyStore {
    /** How long a key is remembered. */
    public static final Duration REMEMBERED = Duration.ofHours(24);
    /** After which a request that has no answer is taken for one whose process died. */
    public static final Duration ABANDONED = Duration.ofMinutes(1);

    private static final int MOST_TRIES = 10;

    private IdempotencyStore() {}

    /**
     * What stands under a key.
     *
     * @param ours whether the request that asks is to be carried out
     * @param sameBody whether the request that claimed it had the same body
     * @param status what that one was answered; empty while it is under way
     */
    public record Claim(boolean ours, boolean sameBody, OptionalInt status) {}

    /**
     * Claims a key unless it is claimed.
     *
     * @param attempt names the attempt: the same attempt twice has the claim twice
     * @param now milliseconds since 1970 UTC
     */
    public static Claim claim(Store store, String key, String body, String attempt, long now) {
        for (int left = MOST_TRIES; ; left--) {
            Optional<Claim> claim = tryToClaim(store, key, body, attempt, now);
            if (claim.isPresent()) {
                return claim.get();
            }
            if (left == 1) {
                throw new RingsightException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "An idempotency key was forgotten by others each of " + MOST_TRIES + " times it was claimed.",
                        "Maybe send the request again.");
            }
        }
    }

    /** Empty where somebody else forgot the key, which was old, between its being found and its being locked. */
    private static Optional<Claim> tryToClaim(Store store, String key, String body, String attempt, long now) {
        return store.write(
                        Statement.IDEMPOTENCY_CLAIM.with(Map.of(
                                "key", key,
                                "body", body,
                                "claim", attempt,
                                "now", now,
                                "forgotten", now - REMEMBERED.toMillis(),
                                "abandoned", now - ABANDONED.toMillis())),
                        IdempotencyStore::claim)
                .getFirst();
    }

    private static Optional<Claim> claim(Record row) {
        return row.get("ours").isNull()
                ? Optional.empty()
                : Optional.of(new Claim(
                        row.get("ours").asBoolean(),
                        row.get("same_body").asBoolean(),
                        row.get("status").isNull()
                                ? OptionalInt.empty()
                                : OptionalInt.of(row.get("status").asInt())));
    }

    /** Keeps the answer under a key that was claimed. */
    public static void answer(Store store, String key, String attempt, int status, String accountId) {
        store.write(Statement.IDEMPOTENCY_ANSWER.with(
                Map.of("key", key, "claim", attempt, "status", status, "account_id", accountId)));
    }

    /** Gives up a claim. */
    public static void release(Store store, String key, String attempt) {
        store.write(Statement.IDEMPOTENCY_RELEASE.with(Map.of("key", key, "claim", attempt)));
    }
}

package io.ringsight.ingest.neo4j;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.Map;
import java.util.Optional;

/**
 * What the store knows about itself.
 *
 * @param keyFingerprint which key set its tokens are made with; empty while it holds none
 * @param nextSequence the log sequence number that the next observation gets
 * @param retokenising whether a change of keys was begun and not ended
 */
public record StoreMeta(Optional<String> keyFingerprint, long nextSequence, boolean retokenising) {

    public static StoreMeta read(Store store) {
        return store.read(
                        Statement.STORE_META.bare(),
                        row -> new StoreMeta(
                                Optional.ofNullable(row.get("key_fingerprint").asString(null)),
                                row.get("next_sequence").asLong(),
                                !row.get("retokenise").isNull()))
                .getFirst();
    }

    /**
     * Binds the store to a key set, when it is bound to none, and sees that it is bound to no other. Every ingest begins
     * with it.
     *
     * @throws RingsightException KEYS when its tokens were made with another one, or when a change of keys was not ended
     */
    public static void bindKeys(Store store, String fingerprint) {
        String bound = store.write(
                        Statement.STORE_META_ADOPT_KEYS.with(Map.of("key_fingerprint", fingerprint)),
                        row -> row.get("key_fingerprint").asString())
                .getFirst();
        if (read(store).retokenising()) {
            throw new RingsightException(
                    ErrorCode.KEYS,
                    "The store at " + store.address().uri() + " is in the middle of a change of keys.",
                    "Maybe it was interrupted: run retokenise again, it goes on where it stopped.");
        }
        if (!bound.equals(fingerprint)) {
            throw new RingsightException(
                    ErrorCode.KEYS,
                    "The store at " + store.address().uri() + " was made with key set " + bound.substring(0, 8)
                            + "…, and this is key set " + fingerprint.substring(0, 8) + "…, of another installation.",
                    "Maybe name the data folder whose keys belong to this store, or start with an empty store.");
        }
    }

    /** Takes {@code count} log sequence numbers that nobody else gets, and returns the first. */
    static long reserve(Store store, long count) {
        return store.write(
                        Statement.STORE_RESERVE_SEQUENCES.with(Map.of("count", count)),
                        row -> row.get("first").asLong())
                .getFirst();
    }
}

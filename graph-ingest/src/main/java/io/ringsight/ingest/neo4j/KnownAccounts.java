package io.ringsight.ingest.neo4j;

import io.ringsight.cypher.Statement;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import java.util.Map;

/**
 * Which accounts there are, in the store or on their way to it. The first questions go to the store one by one; who asks
 * more gets all ids fetched once, kept as 64-bit hashes. Not thread-safe.
 */
final class KnownAccounts {
    private static final int SINGLE_QUESTIONS = 64;

    private final Store store;
    private final LongOpenHashSet hashes = new LongOpenHashSet();
    private int questions;

    KnownAccounts(Store store) {
        this.store = store;
    }

    void add(String accountId) {
        hashes.add(hash(accountId));
    }

    boolean contains(String accountId) {
        if (hashes.contains(hash(accountId))) {
            return true;
        }
        if (questions > SINGLE_QUESTIONS) {
            return false;
        }
        if (++questions > SINGLE_QUESTIONS) {
            store.stream(
                    Statement.INGEST_ALL_ACCOUNT_IDS.bare(),
                    row -> add(row.get("account_id").asString()));
            return hashes.contains(hash(accountId));
        }
        var question = Statement.INGEST_KNOWN_ACCOUNTS.with(Map.of("account_ids", List.of(accountId)));
        boolean known = !store.read(question, row -> true).isEmpty();
        if (known) {
            add(accountId);
        }
        return known;
    }

    /** FNV-1a over UTF-16 units, mixed. */
    static long hash(String accountId) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < accountId.length(); i++) {
            hash = (hash ^ accountId.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }
}

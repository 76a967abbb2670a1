package io.ringsight.detect.evidence;

import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.charset.StandardCharsets;

/**
 * Accounts in the order of their ids, with a hash of each id. Detection numbers accounts by this rank, so that nothing
 * it computes depends on how a snapshot numbers its nodes. Immutable, thread-safe.
 */
public final class AccountOrder {
    private final IdentityGraph graph;
    private final int[] rank; // int[accounts], by account
    private final long[] hash; // long[accounts], by rank

    public AccountOrder(IdentityGraph graph) {
        this.graph = graph;
        rank = new int[graph.accountCount()];
        hash = new long[graph.accountCount()];
        for (int r = 0; r < rank.length; r++) {
            int account = graph.accountByRank(r);
            rank[account] = r;
            hash[r] = hash(graph.accountId(account));
        }
    }

    public int size() {
        return rank.length;
    }

    public int rank(int account) {
        return rank[account];
    }

    /** The rank of the account of that id, or -1. */
    public int rankOf(String accountId) {
        int account = graph.findAccount(accountId);
        return account < 0 ? -1 : rank[account];
    }

    public int account(int rank) {
        return graph.accountByRank(rank);
    }

    public String id(int rank) {
        return graph.accountId(graph.accountByRank(rank));
    }

    /** 64 bits of the id alone. */
    public long hash(int rank) {
        return hash[rank];
    }

    /** 64 bits of an id. */
    public static long hash(String id) {
        long h = 0xCBF29CE484222325L; // FNV-1a
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return mix(h);
    }

    /** The finaliser of SplitMix64: every bit of the input moves half of the output. */
    public static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}

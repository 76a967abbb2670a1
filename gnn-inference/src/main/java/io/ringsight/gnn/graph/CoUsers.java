package io.ringsight.gnn.graph;

import java.util.Arrays;

/**
 * The accounts that one account shares identifiers with, each once, with the relations they share. Identifiers of more than
 * {@link #CROWD} accounts tie nobody and are passed over. Reused from account to account; not thread-safe.
 */
final class CoUsers {
    /** Most users of an identifier that is followed. */
    static final int CROWD = 64;

    private final RelationGraph graph;
    private final long[] relations; // long[A]: bit set of relations, of those collected last
    private int[] accounts = new int[64];
    private int size;

    CoUsers(RelationGraph graph) {
        this.graph = graph;
        this.relations = new long[graph.accountCount()];
    }

    /** Forgets the last account and collects the co-users of this one. */
    void collect(int account) {
        for (int i = 0; i < size; i++) {
            relations[accounts[i]] = 0;
        }
        size = 0;
        for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
            int identifier = graph.identifierOf(pair);
            if (graph.degree(identifier) <= CROWD) {
                long bit = 1L << graph.type(identifier);
                for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                    add(account, graph.accountOf(use), bit);
                }
            }
        }
    }

    private void add(int account, int other, long bit) {
        if (other == account) {
            return;
        }
        if (relations[other] == 0) {
            if (size == accounts.length) {
                accounts = Arrays.copyOf(accounts, 2 * size);
            }
            accounts[size++] = other;
        }
        relations[other] |= bit;
    }

    int size() {
        return size;
    }

    int account(int i) {
        return accounts[i];
    }

    /** Bit set of the relations shared with that account, 0 with a stranger. Types from the 64th on share bits with the first. */
    long relations(int other) {
        return relations[other];
    }
}

package io.ringsight.detect.evidence;

import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;

/**
 * Every pair worth a look, each once, without ever holding them all: through identifiers of up to
 * {@link CandidateParameters#exactDegree()} accounts all pairs, through hubs {@link HubPairs}. A pair that shares
 * several identifiers is met through the first of them only. Immutable, thread-safe.
 */
public final class CandidatePairs {
    private final IdentifierWeights weights;
    private final AccountOrder order;
    private final int exactDegree;
    private final HubPairs hubPairs;

    public CandidatePairs(IdentifierWeights weights, AccountOrder order, CandidateParameters parameters) {
        this.weights = weights;
        this.order = order;
        this.exactDegree = parameters.exactDegree();
        this.hubPairs = HubPairs.of(weights, order, parameters);
    }

    public IdentifierWeights weights() {
        return weights;
    }

    public AccountOrder order() {
        return order;
    }

    /** The partners of higher rank of one account, ascending; {@code buffer} grows as needed. Returns their number. */
    public int partners(int rank, Buffer buffer) {
        IdentityGraph graph = weights.graph();
        int account = order.account(rank);
        buffer.size = 0;
        int previous = -1;
        for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
            int identifier = graph.identifierOf(s);
            int degree = weights.degree(identifier);
            if (identifier != previous && degree > 1 && degree <= exactDegree) {
                addUsers(rank, account, identifier, buffer);
            }
            previous = identifier;
        }
        for (int p = hubPairs.first(rank); p < hubPairs.size() && hubPairs.lower(p) == rank; p++) {
            int partner = hubPairs.upper(p);
            if (weights.firstSharedBelow(exactDegree, account, order.account(partner)) < 0) {
                buffer.add(partner);
            }
        }
        Arrays.sort(buffer.ranks, 0, buffer.size);
        return buffer.size;
    }

    private void addUsers(int rank, int account, int identifier, Buffer buffer) {
        IdentityGraph graph = weights.graph();
        int previous = -1;
        for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
            int other = graph.accountOf(use);
            if (other != previous
                    && order.rank(other) > rank
                    && weights.firstSharedBelow(exactDegree, account, other) == identifier) {
                buffer.add(order.rank(other));
            }
            previous = other;
        }
    }

    /** Ranks of partners, reused. */
    public static final class Buffer {
        private int[] ranks = new int[64];
        private int size;

        private void add(int rank) {
            if (size == ranks.length) {
                ranks = Arrays.copyOf(ranks, size * 2);
            }
            ranks[size++] = rank;
        }

        public int get(int index) {
            return ranks[index];
        }
    }
}

package io.ringsight.detect.ring;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.gnn.embedding.AccountEmbeddings;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of a ring that follow from its members. Thread-safe as far as the embeddings are. */
public final class Rings {
    private final IdentityGraph graph;
    private final AccountOrder order;
    private final @Nullable AccountEmbeddings embeddings;

    /** @param embeddings null when there are none */
    public Rings(IdentityGraph graph, AccountOrder order, @Nullable AccountEmbeddings embeddings) {
        this.graph = graph;
        this.order = order;
        this.embeddings = embeddings;
    }

    /** The ring of these members, by rank ascending. */
    public Ring of(int[] members, double risk, List<Reason> reasons) {
        List<String> ids = Arrays.stream(members).mapToObj(order::id).toList();
        long firstSeen = Long.MAX_VALUE;
        long lastSeen = Long.MIN_VALUE;
        for (int rank : members) {
            int account = order.account(rank);
            firstSeen = Math.min(firstSeen, graph.createdAt(account));
            lastSeen = Math.max(lastSeen, graph.createdAt(account));
            for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
                lastSeen = Math.max(lastSeen, graph.seenAt(s));
            }
        }
        return new Ring(RingIds.of(ids), ids, risk, firstSeen, lastSeen, reasons, cohesion(members));
    }

    /** Mean cosine between a member's embedding and the sum of all members' unit embeddings. */
    private double cohesion(int[] members) {
        if (embeddings == null) {
            return Double.NaN;
        }
        int dimension = embeddings.dimension();
        float[] row = new float[dimension];
        double[] centre = new double[dimension];
        for (int rank : members) {
            embeddings.copyRow(order.account(rank), row);
            double norm = norm(row);
            for (int d = 0; d < dimension && norm > 0; d++) {
                centre[d] += row[d] / norm;
            }
        }
        // The mean of the cosines between unit vectors and the direction of their sum is the sum's length over n.
        double squares = 0;
        for (double value : centre) {
            squares += value * value;
        }
        return Math.sqrt(squares) / members.length;
    }

    private static double norm(float[] row) {
        double squares = 0;
        for (float value : row) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}

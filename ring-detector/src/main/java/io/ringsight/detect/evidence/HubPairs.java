package io.ringsight.detect.evidence;

import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * The pairs that are looked at behind identifiers too common for all pairs: each account with those that came next in
 * time, and with a few others chosen by a hash of its id. At most four pairs an account and hub, whatever the hub's
 * size, so fraud behind a hub stays reachable at linear cost. Immutable, thread-safe.
 */
final class HubPairs {
    private final long[] pairs; // rank of one account << 32 | the higher rank of the other; ascending, each once

    private HubPairs(long[] pairs) {
        this.pairs = pairs;
    }

    static HubPairs of(IdentifierWeights weights, AccountOrder order, CandidateParameters parameters) {
        IdentityGraph graph = weights.graph();
        long[] pairs = new long[1024];
        int size = 0;
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int degree = weights.degree(identifier);
            if (degree <= parameters.exactDegree()) {
                continue;
            }
            int[] byTime = ranksByTime(graph, order, identifier, degree);
            long salt = AccountOrder.mix(graph.identifierType(identifier));
            for (int i = 0; i < degree; i++) {
                if (size + parameters.timeNeighbours() + parameters.sampledPartners() > pairs.length) {
                    pairs = Arrays.copyOf(pairs, pairs.length * 2);
                }
                for (int n = 1; n <= parameters.timeNeighbours() && i + n < degree; n++) {
                    pairs[size++] = pair(byTime[i], byTime[i + n]);
                }
                for (int n = 0; n < parameters.sampledPartners(); n++) {
                    long draw = AccountOrder.mix(order.hash(byTime[i]) ^ salt + n);
                    int partner = byTime[(int) Math.unsignedMultiplyHigh(draw, degree)];
                    if (partner != byTime[i]) {
                        pairs[size++] = pair(byTime[i], partner);
                    }
                }
            }
        }
        LongArrays.radixSort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        return new HubPairs(Arrays.copyOf(pairs, kept));
    }

    int size() {
        return pairs.length;
    }

    /** The first pair whose lower rank is at least this. */
    int first(int rank) {
        int at = Arrays.binarySearch(pairs, (long) rank << 32);
        return at < 0 ? -at - 1 : at;
    }

    int lower(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    int upper(int pair) {
        return (int) pairs[pair];
    }

    private static long pair(int rankA, int rankB) {
        return (long) Math.min(rankA, rankB) << 32 | Math.max(rankA, rankB);
    }

    /** Ranks of the identifier's accounts by their first sighting of it, then by rank. */
    private static int[] ranksByTime(IdentityGraph graph, AccountOrder order, int identifier, int degree) {
        int[] ranks = new int[degree];
        long[] firstSeen = new long[degree];
        int size = 0;
        int previous = -1;
        for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
            if (graph.accountOf(use) != previous) { // the first sighting of a run is the earliest
                previous = graph.accountOf(use);
                ranks[size] = order.rank(previous);
                firstSeen[size++] = graph.seenAt(graph.sightingOf(use));
            }
        }
        int[] permutation = new int[degree];
        Arrays.setAll(permutation, i -> i);
        IntArrays.quickSort(permutation, (x, y) -> {
            int byTime = Long.compare(firstSeen[x], firstSeen[y]);
            return byTime != 0 ? byTime : Integer.compare(ranks[x], ranks[y]);
        });
        int[] byTime = new int[degree];
        Arrays.setAll(byTime, i -> ranks[permutation[i]]);
        return byTime;
    }
}

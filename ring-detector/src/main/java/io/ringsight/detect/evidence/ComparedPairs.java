package io.ringsight.detect.evidence;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.stream.IntStream;

/**
 * The comparison vector of every candidate pair. Comparing runs in parallel; what is counted is counted in the order of the pairs, so the
 * number of threads does not show. Immutable, thread-safe.
 */
final class ComparedPairs {
    private static final int PAIRS_A_CHUNK = 1 << 14;

    private final CandidatePairs pairs;
    private final long[] first; // long[pairs], without context
    private final long[] second; // long[pairs]
    private final int[] rarest; // int[pairs], the rarest thing that a third one shares too, or -1
    private final byte[] crowd; // byte[pairs], how many share that thing, see Fields.crowd
    private final double[] weight; // double[pairs], how many pairs it stands for
    private final Crowds crowds;

    private ComparedPairs(CandidatePairs pairs, Crowds crowds) {
        this.pairs = pairs;
        this.crowds = crowds;
        first = new long[pairs.size()];
        second = new long[pairs.size()];
        rarest = new int[pairs.size()];
        crowd = new byte[pairs.size()];
        weight = new double[pairs.size()];
    }

    static ComparedPairs of(
            IdentityGraph graph,
            AccountOrder order,
            CandidatePairs pairs,
            PairComparison comparison,
            Fields fields,
            Progress progress) {
        var compared = new ComparedPairs(pairs, new Crowds(graph.identifierCount() + graph.blockingKeyCount(), fields));
        int size = pairs.size();
        progress.begin("comparison", size);
        IntStream.range(0, (size + PAIRS_A_CHUNK - 1) / PAIRS_A_CHUNK)
                .parallel()
                .forEach(chunk -> {
                    progress.check();
                    int from = chunk * PAIRS_A_CHUNK;
                    int to = Math.min(size, from + PAIRS_A_CHUNK);
                    compared.compare(graph, order, comparison, from, to);
                    progress.advance(to - from);
                });
        progress.end();
        return compared;
    }

    private void compare(IdentityGraph graph, AccountOrder order, PairComparison comparison, int from, int to) {
        var a = new AccountView();
        var b = new AccountView();
        var vector = new ComparisonVector();
        var shared = new SharedThings();
        int loaded = -1;
        for (int pair = from; pair < to; pair++) {
            if (pairs.lower(pair) != loaded) {
                loaded = pairs.lower(pair);
                a.load(graph, order.account(loaded));
            }
            b.load(graph, order.account(pairs.upper(pair)));
            comparison.compare(a, b, 0, vector, shared);
            first[pair] = vector.first();
            second[pair] = vector.second();
            rarest[pair] = shared.rarest();
            crowd[pair] = (byte) Fields.crowd(shared.degree());
            weight[pair] = pairs.weight(pair, shared.degree());
            crowds.count(vector, shared);
        }
    }

    /** What the pairs behind each thing are like. */
    Crowds crowds() {
        return crowds;
    }

    /** The pairs by vector, which now says as well what the crowd behind the thing they share is like. */
    PatternedPairs patterned() {
        var patterns = new PatternTable();
        int[] pattern = new int[first.length];
        var vector = new ComparisonVector();
        for (int pair = 0; pair < pattern.length; pair++) {
            vector.set(first[pair], second[pair]);
            crowds.levels(rarest[pair], crowd[pair], vector);
            pattern[pair] = patterns.add(vector.first(), vector.second(), weight[pair]);
        }
        return new PatternedPairs(pairs, patterns, pattern);
    }
}

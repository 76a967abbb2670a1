package io.ringsight.detect.evidence;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * The identifiers that a detection weighed as near each other for some pair of accounts, each pair of them once: at most
 * {@value #MOST_OF_ONE} of one identifier, those that say most, then the nearest, first. Immutable, thread-safe.
 */
public final class Resemblances {
    /** Resemblances of one identifier that are kept, at most. */
    public static final int MOST_OF_ONE = 16;

    private final IdentityGraph graph;
    private final ResemblanceSearch search;
    private final LongArrayList pairs = new LongArrayList(); // identifiers, see key
    private final IntArrayList levels = new IntArrayList();
    private final int[] kept; // int[resemblances], positions in pairs

    private Resemblances(IdentityGraph graph, WeighedPairs weighed, Progress progress) {
        this.graph = graph;
        var fields = new Fields(graph.types());
        search = new ResemblanceSearch(graph, new Frequencies(graph), fields, weighed.model());
        collect(weighed, progress);
        kept = bounded(strongestFirst());
    }

    /** @param weighed pairs of that snapshot */
    public static Resemblances of(IdentityGraph graph, WeighedPairs weighed, Progress progress) {
        return new Resemblances(graph, weighed, progress);
    }

    private void collect(WeighedPairs weighed, Progress progress) {
        var order = new AccountOrder(graph);
        var known = new LongOpenHashSet();
        var a = new AccountView();
        var b = new AccountView();
        progress.begin("resemblances", weighed.size());
        for (int pair = 0; pair < weighed.size(); pair++) {
            if (search.isAny(weighed.first(pair), weighed.second(pair))) {
                a.load(graph, order.account(weighed.lower(pair)));
                b.load(graph, order.account(weighed.upper(pair)));
                search.between(a, b, weighed.first(pair), weighed.second(pair), (one, other, level) -> {
                    long key = (long) Math.min(one, other) << 32 | Math.max(one, other);
                    if (known.add(key)) {
                        pairs.add(key);
                        levels.add(level);
                    }
                });
            }
            if ((pair & 0xFFFF) == 0) {
                progress.check();
                progress.advance(0x10000);
            }
        }
        progress.end();
    }

    /** Positions by likelihood, then by distance, then as the pairs of accounts came. */
    private int[] strongestFirst() {
        int[] positions = new int[pairs.size()];
        double[] likelihood = new double[positions.length];
        int[] distance = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
            likelihood[i] = search.likelihoodBits(one(i), levels.getInt(i));
            distance[i] = search.distance(one(i), other(i)).orElse(0);
        }
        IntArrays.stableSort(positions, (x, y) -> {
            int byLikelihood = Double.compare(likelihood[y], likelihood[x]);
            return byLikelihood != 0 ? byLikelihood : Integer.compare(distance[x], distance[y]);
        });
        return positions;
    }

    private int[] bounded(int[] positions) {
        int[] ofOne = new int[graph.identifierCount()];
        var within = new IntArrayList();
        for (int position : positions) {
            if (ofOne[one(position)] < MOST_OF_ONE && ofOne[other(position)] < MOST_OF_ONE) {
                ofOne[one(position)]++;
                ofOne[other(position)]++;
                within.add(position);
            }
        }
        return within.toIntArray();
    }

    private int one(int position) {
        return (int) (pairs.getLong(position) >>> 32);
    }

    private int other(int position) {
        return (int) pairs.getLong(position);
    }

    public int size() {
        return kept.length;
    }

    public Resemblance get(int number) {
        int position = kept[number];
        return search.resemblance(one(position), other(position), levels.getInt(position));
    }

    /** The token of an identifier that a resemblance names. */
    public Token token(int identifier) {
        return graph.token(identifier);
    }
}

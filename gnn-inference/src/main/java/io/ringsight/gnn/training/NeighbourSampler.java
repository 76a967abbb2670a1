package io.ringsight.gnn.training;

import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.model.Subgraph;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws the surroundings of some accounts, step by step (Hamilton et al. 2017, algorithm 2). Of too many, a systematic sample: every
 * k-th in the order of the graph from a random start, without repetition, each with the same chance; a hub of a million costs no
 * more than one of a hundred. Whatever the graph holds was seen before the moment of its view, so a sample respects time.
 *
 * <p>O(edges of the sample); 8 bytes an account and an identifier of the graph. Not thread-safe.
 */
public final class NeighbourSampler {
    private static final int NOWHERE = -1;

    private final RelationGraph graph;
    private final int layers;
    private final FanOut fanOut;
    private final int[] localAccount; // int[A]
    private final int[] localIdentifier; // int[N]
    private final Ints accounts = new Ints();
    private final Ints identifiers = new Ints();
    private final Ints listenOffsets = new Ints();
    private final Ints listenIdentifier = new Ints();
    private final Ints listenPair = new Ints();
    private final Ints speakOffsets = new Ints();
    private final Ints speakAccount = new Ints();
    private final Ints speakPair = new Ints();

    public NeighbourSampler(RelationGraph graph, int layers, FanOut fanOut) {
        this.graph = graph;
        this.layers = layers;
        this.fanOut = fanOut;
        this.localAccount = filled(graph.accountCount());
        this.localIdentifier = filled(graph.identifierCount());
    }

    private static int[] filled(int size) {
        int[] local = new int[size];
        Arrays.fill(local, NOWHERE);
        return local;
    }

    /** @param seeds account numbers, each once */
    public Subgraph sample(int[] seeds, RandomGenerator random) {
        return sample(seeds, new int[0], random);
    }

    /**
     * @param seeds account numbers, each once
     * @param hidden int[seeds]: a pair of each that is left out both ways, though its identifier is there; or empty
     */
    public Subgraph sample(int[] seeds, int[] hidden, RandomGenerator random) {
        for (int seed : seeds) {
            account(seed);
        }
        int[] reach = new int[layers + 1];
        int[] heard = new int[layers];
        reach[layers] = accounts.size;
        listenOffsets.add(0);
        speakOffsets.add(0);
        int done = 0;
        for (int layer = layers; layer > 0; layer--) {
            int level = accounts.size;
            for (; done < level; done++) {
                listen(
                        accounts.values[done],
                        done < seeds.length && hidden.length > 0 ? hidden[done] : NOWHERE,
                        random);
            }
            heard[layer - 1] = identifiers.size;
            reach[layer - 1] = accounts.size;
        }
        Subgraph subgraph = finish(reach, heard, hidden);
        forget();
        return subgraph;
    }

    /** The hidden pair is always there, so that its identifier is. */
    private void listen(int account, int hidden, RandomGenerator random) {
        int first = graph.firstPair(account);
        int count = graph.firstPair(account + 1) - first;
        int kept = Math.min(count, fanOut.identifiers());
        double step = kept == 0 ? 0 : (double) count / kept;
        double start = kept < count ? random.nextDouble() * step : 0;
        boolean there = hidden == NOWHERE;
        for (int i = 0; i < kept; i++) {
            int pair = first + (int) (start + i * step);
            there |= pair == hidden;
            if (i == kept - 1 && !there) {
                pair = hidden;
            }
            listenIdentifier.add(identifier(graph.identifierOf(pair), random));
            listenPair.add(pair);
        }
        listenOffsets.add(listenPair.size);
    }

    private int identifier(int identifier, RandomGenerator random) {
        if (localIdentifier[identifier] == NOWHERE) {
            localIdentifier[identifier] = identifiers.size;
            identifiers.add(identifier);
            int first = graph.firstUse(identifier);
            int count = graph.degree(identifier);
            int kept = Math.min(count, fanOut.speakers());
            double step = (double) count / kept;
            double start = kept < count ? random.nextDouble() * step : 0;
            for (int i = 0; i < kept; i++) {
                int use = first + (int) (start + i * step);
                speakAccount.add(account(graph.accountOf(use)));
                speakPair.add(graph.pairOf(use));
            }
            speakOffsets.add(speakPair.size);
        }
        return localIdentifier[identifier];
    }

    private int account(int account) {
        if (localAccount[account] == NOWHERE) {
            localAccount[account] = accounts.size;
            accounts.add(account);
        }
        return localAccount[account];
    }

    private Subgraph finish(int[] reach, int[] heard, int[] hidden) {
        float[] inside = new float[listenPair.size];
        float[] listenKept = new float[listenPair.size];
        float[] speakKept = new float[speakPair.size];
        Arrays.fill(listenKept, 1);
        Arrays.fill(speakKept, 1);
        for (int listen = 0; listen < inside.length; listen++) {
            inside[listen] = speak(listen) == NOWHERE ? 0 : 1;
        }
        for (int seed = 0; seed < hidden.length; seed++) {
            for (int listen = listenOffsets.values[seed]; listen < listenOffsets.values[seed + 1]; listen++) {
                if (listenPair.values[listen] == hidden[seed]) {
                    listenKept[listen] = 0;
                    int speak = speak(listen);
                    if (speak != NOWHERE) {
                        speakKept[speak] = 0;
                    }
                }
            }
        }
        int[] relation = new int[identifiers.size];
        for (int i = 0; i < relation.length; i++) {
            relation[i] = graph.type(identifiers.values[i]);
        }
        return new Subgraph(
                accounts.copy(),
                reach,
                heard,
                listenOffsets.copy(),
                listenIdentifier.copy(),
                listenPair.copy(),
                inside,
                listenKept,
                relation,
                speakOffsets.copy(),
                speakAccount.copy(),
                speakPair.copy(),
                speakKept);
    }

    /** Where the same pair speaks, or nowhere when it was not drawn. */
    private int speak(int listen) {
        int identifier = listenIdentifier.values[listen];
        int from = speakOffsets.values[identifier];
        int to = speakOffsets.values[identifier + 1];
        int at = Arrays.binarySearch(speakPair.values, from, to, listenPair.values[listen]);
        return at < 0 ? NOWHERE : at;
    }

    private void forget() {
        for (int i = 0; i < accounts.size; i++) {
            localAccount[accounts.values[i]] = NOWHERE;
        }
        for (int i = 0; i < identifiers.size; i++) {
            localIdentifier[identifiers.values[i]] = NOWHERE;
        }
        for (Ints ints : new Ints[] {
            accounts, identifiers, listenOffsets, listenIdentifier, listenPair, speakOffsets, speakAccount, speakPair
        }) {
            ints.size = 0;
        }
    }

    /** A growing array. */
    private static final class Ints {
        private int[] values = new int[1024];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int[] copy() {
            return Arrays.copyOf(values, size);
        }
    }
}

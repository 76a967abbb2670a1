package io.ringsight.detect.link;

import io.ringsight.detect.cluster.WeightedGraph;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.CandidatePairs;
import io.ringsight.detect.evidence.EvidenceModel;
import io.ringsight.detect.evidence.IdentifierWeights;
import io.ringsight.detect.evidence.PairEvidence;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Links in primitive columns, accounts by rank of id: ordered by (a, b), a before b. Immutable, thread-safe.
 */
public final class LinkTable {
    private static final int RANKS_A_CHUNK = 4096;

    private final int[] a; // int[links], rank
    private final int[] b; // int[links], rank
    private final double[] probability; // double[links]
    private final long candidatePairs;

    private LinkTable(int[] a, int[] b, double[] probability, long candidatePairs) {
        this.a = a;
        this.b = b;
        this.probability = probability;
        this.candidatePairs = candidatePairs;
    }

    /**
     * Weighs every candidate pair and keeps those of at least {@code floor}. Chunks of accounts run in parallel; what
     * they find is put together in their order, so the number of threads does not show.
     */
    public static LinkTable of(CandidatePairs candidates, double floor, Progress progress) {
        int accounts = candidates.order().size();
        int chunks = (accounts + RANKS_A_CHUNK - 1) / RANKS_A_CHUNK;
        progress.begin("links", accounts);
        Chunk[] found = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> {
                    progress.check();
                    int from = chunk * RANKS_A_CHUNK;
                    int to = Math.min(accounts, from + RANKS_A_CHUNK);
                    var links = new Chunk(candidates, floor, from, to);
                    progress.advance(to - from);
                    return links;
                })
                .toArray(Chunk[]::new);
        progress.end();
        return joined(found);
    }

    private static LinkTable joined(Chunk[] chunks) {
        int size = 0;
        long pairs = 0;
        for (Chunk chunk : chunks) {
            size = Math.addExact(size, chunk.size);
            pairs += chunk.pairs;
        }
        int[] a = new int[size];
        int[] b = new int[size];
        double[] probability = new double[size];
        int at = 0;
        for (Chunk chunk : chunks) {
            System.arraycopy(chunk.a, 0, a, at, chunk.size);
            System.arraycopy(chunk.b, 0, b, at, chunk.size);
            System.arraycopy(chunk.probability, 0, probability, at, chunk.size);
            at += chunk.size;
        }
        return new LinkTable(a, b, probability, pairs);
    }

    public int size() {
        return a.length;
    }

    /** How many pairs were weighed. */
    public long candidatePairs() {
        return candidatePairs;
    }

    public int a(int link) {
        return a[link];
    }

    public int b(int link) {
        return b[link];
    }

    public double probability(int link) {
        return probability[link];
    }

    /** The links of at least that probability as a graph over ranks. */
    public WeightedGraph graph(int accountCount, double floor) {
        int[] from = new int[a.length];
        int[] to = new int[a.length];
        double[] weight = new double[a.length];
        int size = 0;
        for (int link = 0; link < a.length; link++) {
            if (probability[link] >= floor) {
                from[size] = a[link];
                to[size] = b[link];
                weight[size++] = probability[link];
            }
        }
        return WeightedGraph.of(
                accountCount, Arrays.copyOf(from, size), Arrays.copyOf(to, size), Arrays.copyOf(weight, size));
    }

    /** The links with their evidence, which is worked out again rather than kept. */
    public List<Link> links(IdentifierWeights weights, AccountOrder order) {
        var evidence = new PairEvidence(weights.model());
        var links = new ArrayList<Link>(a.length);
        int previous = -1;
        String idA = "";
        for (int link = 0; link < a.length; link++) {
            if (a[link] != previous) {
                previous = a[link];
                idA = order.id(previous);
            }
            weights.collect(order.account(a[link]), order.account(b[link]), evidence);
            links.add(new Link(idA, order.id(b[link]), probability[link], evidence.evidence()));
        }
        return links;
    }

    /** What the accounts of a range of ranks are linked to. */
    private static final class Chunk {
        private int[] a = new int[256];
        private int[] b = new int[256];
        private double[] probability = new double[256];
        private int size;
        private long pairs;

        Chunk(CandidatePairs candidates, double floor, int from, int to) {
            var evidence = new PairEvidence(candidates.weights().model());
            var partners = new CandidatePairs.Buffer();
            double floorBits = EvidenceModel.bits(floor);
            for (int rank = from; rank < to; rank++) {
                int account = candidates.order().account(rank);
                int count = candidates.partners(rank, partners);
                pairs += count;
                for (int p = 0; p < count; p++) {
                    int partner = partners.get(p);
                    candidates.weights().collect(account, candidates.order().account(partner), evidence);
                    double bits = evidence.totalBits();
                    if (bits >= floorBits) {
                        add(rank, partner, EvidenceModel.probability(bits));
                    }
                }
            }
        }

        private void add(int rankA, int rankB, double linked) {
            if (size == a.length) {
                a = Arrays.copyOf(a, size * 2);
                b = Arrays.copyOf(b, size * 2);
                probability = Arrays.copyOf(probability, size * 2);
            }
            a[size] = rankA;
            b[size] = rankB;
            probability[size++] = linked;
        }
    }
}

package io.ringsight.ingest.resemblance;

/**
 * Signatures {@code from} to {@code to - 1}, findable by keys: for each sample their numbers in order of key, and beside each
 * number one word of the signature, so that most of those that are far are passed over without a look into distant memory.
 *
 * <p>Immutable, thread-safe.
 */
final class SampledSegment {
    static final int FLIPS = 1; // keys that differ in one bit are looked up too
    private static final int MEMBERS_A_KEY = 1;
    private static final double CHANCE_PASSED_OVER = 1e-3; // that a pair at the radius is passed over by its word

    private final Signatures signatures;
    private final int from;
    private final int to;
    private final BitSample[] samples;
    private final int[][] starts; // int[samples][keys + 1]
    private final int[][] members; // int[samples][n]
    private final long[][] words; // long[samples][n]
    private final int wordRadius;

    SampledSegment(Signatures signatures, int from, int to, ResemblanceParameters parameters) {
        this.signatures = signatures;
        this.from = from;
        this.to = to;
        int width = Math.clamp(KeyedOrder.log2((to - from) / MEMBERS_A_KEY), 4, 24);
        int count = parameters.samples(width, FLIPS, signatures.bits());
        this.samples = BitSample.draw(count, width, signatures.bits(), parameters.seed());
        this.starts = new int[count][];
        this.members = new int[count][];
        this.words = new long[count][];
        this.wordRadius = wordRadius(parameters.radius() / (double) signatures.bits());
        for (int s = 0; s < count; s++) {
            var order = KeyedOrder.of(signatures, from, to, samples[s]);
            starts[s] = order.starts();
            members[s] = order.members();
            words[s] = words(order.members(), word(s));
        }
    }

    private long[] words(int[] order, int word) {
        var beside = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            beside[i] = signatures.word(order[i], word);
        }
        return beside;
    }

    /** Which word stands beside the numbers of a sample. */
    private int word(int sample) {
        return sample % signatures.words();
    }

    /** Bits in which two words differ at most, but for one pair at the radius in a thousand: a binomial quantile. */
    private static int wordRadius(double differs) {
        double probability = Math.pow(1 - differs, Long.SIZE);
        double below = probability;
        int bits = 0;
        while (below < 1 - CHANCE_PASSED_OVER && bits < Long.SIZE) {
            probability *= differs / (1 - differs) * (Long.SIZE - bits) / (bits + 1);
            below += probability;
            bits++;
        }
        return bits;
    }

    int from() {
        return from;
    }

    int size() {
        return to - from;
    }

    long bytes() {
        long bytes = 0;
        for (int s = 0; s < samples.length; s++) {
            bytes += (long) starts[s].length * Integer.BYTES + (long) size() * (Integer.BYTES + Long.BYTES);
        }
        return bytes;
    }

    /** Hands over those whose keys are near that of the signature; some more than once. */
    void candidates(long[] signature, Candidates candidates) {
        for (int s = 0; s < samples.length; s++) {
            int key = samples[s].key(signature);
            long word = signature[word(s)];
            scan(s, key, word, candidates);
            for (int bit = 0; bit < samples[s].width(); bit++) {
                scan(s, key ^ 1 << bit, word, candidates);
            }
        }
    }

    private void scan(int sample, int key, long word, Candidates candidates) {
        int[] start = starts[sample];
        candidates.take(members[sample], words[sample], start[key], start[key + 1], word, wordRadius);
    }
}

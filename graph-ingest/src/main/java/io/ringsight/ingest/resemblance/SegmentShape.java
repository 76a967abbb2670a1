package io.ringsight.ingest.resemblance;

/**
 * How many keys a segment has of each signature, and of how many bits.
 *
 * @param width bits of a key
 * @param samples keys of a signature
 * @param halfRadius bits in which the half words beside the numbers may differ
 */
record SegmentShape(int width, int samples, int halfRadius) {
    static final int FLIPS = 1; // keys that differ in one bit are looked up too
    private static final int LEAST_WIDTH = 4;
    private static final int MOST_WIDTH = 20;
    private static final int MEMBERS_A_KEY =
            2; // if bits were independent; measured: fewer take more memory, more take more time
    private static final double BY_HALF =
            0.85; // of the pairs at the radius that a key finds, the half word lets so many pass

    /** So many samples that a pair at the radius agrees in one with the probability wanted, whatever bits they are that differ. */
    static SegmentShape of(int size, int bits, ResemblanceParameters parameters) {
        int width = Math.clamp(KeyedOrder.log2(size / MEMBERS_A_KEY), LEAST_WIDTH, MOST_WIDTH);
        var pair = new DifferingBits(bits, Math.min(parameters.radius(), bits));
        if (bits == Long.SIZE) { // the half word may hold bits of the key
            return new SegmentShape(
                    width, parameters.samples(pair.atMost(width, FLIPS)), Math.min(parameters.radius(), bits));
        }
        for (int halfRadius = 0; ; halfRadius++) {
            double both = found(pair, width, halfRadius);
            if (both >= BY_HALF * pair.atMost(width, FLIPS)) {
                return new SegmentShape(width, parameters.samples(both), halfRadius);
            }
        }
    }

    /** Probability that key and half word are near: the half word has none of the key's bits. */
    private static double found(DifferingBits pair, int width, int halfRadius) {
        double found = 0;
        for (int flips = 0; flips <= Math.min(FLIPS, pair.differing()); flips++) {
            found += pair.exactly(width, flips) * pair.without(width, flips).atMost(Integer.SIZE, halfRadius);
        }
        return found;
    }
}

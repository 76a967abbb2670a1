package io.ringsight.ingest.resemblance;

/**
 * Two signatures of which some bits differ, and bits drawn from them without replacement: the hypergeometric distribution.
 *
 * @param bits of a signature
 * @param differing of them, at most all
 */
record DifferingBits(int bits, int differing) {
    /** Probability that of {@code drawn} bits at most {@code most} differ. */
    double atMost(int drawn, int most) {
        double sum = 0;
        for (int count = 0; count <= most; count++) {
            sum += exactly(drawn, count);
        }
        return Math.min(1, sum);
    }

    /** Probability that of {@code drawn} bits exactly {@code count} differ. */
    double exactly(int drawn, int count) {
        if (count > Math.min(drawn, differing) || drawn - count > bits - differing) {
            return 0;
        }
        double probability = 1; // of one order: those that differ first
        for (int i = 0; i < drawn; i++) {
            probability *= (i < count ? differing - i : bits - differing - (i - count)) / (double) (bits - i);
        }
        for (int i = 0; i < count; i++) { // times the number of orders
            probability *= (drawn - i) / (double) (i + 1);
        }
        return probability;
    }

    /** The bits that are left when {@code drawn} are taken away of which {@code count} differ. */
    DifferingBits without(int drawn, int count) {
        return new DifferingBits(bits - drawn, differing - count);
    }
}

package io.ringsight.ingest.resemblance;

/**
 * How near is near, and how sure to be of finding it.
 *
 * @param radius largest distance in bits
 * @param recall probability of finding a pair that is exactly {@code radius} apart; nearer ones are found more surely
 * @param partners pairs a signature is given at most by a join, the first ones found: what bounds the work when thousands are alike
 * @param seed of the sampled bits
 */
public record ResemblanceParameters(int radius, double recall, int partners, long seed) {
    private static final int MOST_SAMPLES = 4_096;

    public ResemblanceParameters {
        if (radius < 0 || partners < 1) {
            throw new IllegalArgumentException(
                    "The radius is at least 0 and partners at least 1, not %d and %d.".formatted(radius, partners));
        }
        if (!(recall > 0 && recall < 1)) {
            throw new IllegalArgumentException("Recall is a probability between 0 and 1, not " + recall + ".");
        }
    }

    /** Faces of 256 bits: within 56 of them. */
    public static ResemblanceParameters faces() {
        return new ResemblanceParameters(56, 0.90, 64, 0);
    }

    /**
     * Text as Bloom filters of its bigrams (R. Schnell, T. Bachteler, J. Reiher: Privacy-preserving record linkage using Bloom
     * filters, BMC Medical Informatics and Decision Making 2009, doi:10.1186/1472-6947-9-41), of 128 or 256 bits: near means a few bits,
     * for which few samples do, so that 99 in 100 are found.
     */
    public static ResemblanceParameters text(int bits, int radius) {
        if (bits <= 0 || bits % Long.SIZE != 0 || radius > bits / 4) {
            throw new IllegalArgumentException(
                    "Text has a positive multiple of 64 bits and a radius of at most a quarter of them, not %d and %d."
                            .formatted(bits, radius));
        }
        return new ResemblanceParameters(radius, 0.99, 64, 0);
    }

    /** How many samples it takes to find a pair that one finds with that probability: log(1 - recall) / log(1 - p). */
    int samples(double one) {
        double samples = one >= recall ? 1 : Math.ceil(Math.log1p(-recall) / Math.log1p(-one));
        if (samples > MOST_SAMPLES) {
            throw new IllegalArgumentException(
                    "Pairs %d bits apart take more than %d samples to find.%nMaybe the radius is too large for the signatures."
                            .formatted(radius, MOST_SAMPLES));
        }
        return (int) samples;
    }
}

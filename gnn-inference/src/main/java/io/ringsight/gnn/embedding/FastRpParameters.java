package io.ringsight.gnn.embedding;

import java.util.List;

/**
 * What {@link FastRp} may be told.
 *
 * @param dimension numbers a row, 1 to 1024
 * @param iterationWeights weight of the rows after one, two, … steps account → identifier → account
 * @param normalisationStrength exponent of an identifier's degree in its weight, -2 to 2: 0 treats all identifiers
 *     alike, below 0 damps hubs
 * @param seed of the random projection
 */
public record FastRpParameters(int dimension, List<Double> iterationWeights, double normalisationStrength, long seed) {
    /** 64 numbers, two steps of equal weight, hubs damped by the square root of their degree. */
    public static final FastRpParameters DEFAULT = new FastRpParameters(64, List.of(1.0, 1.0), -0.5, 42);

    public FastRpParameters {
        iterationWeights = List.copyOf(iterationWeights);
        if (dimension < 1 || dimension > 1024) {
            throw new IllegalArgumentException("Dimension must be 1 to 1024, not " + dimension + ".");
        }
        if (iterationWeights.isEmpty() || iterationWeights.stream().anyMatch(weight -> !Double.isFinite(weight))) {
            throw new IllegalArgumentException(
                    "Iteration weights must be one or more finite numbers, not " + iterationWeights + ".");
        }
        if (!(Math.abs(normalisationStrength) <= 2)) {
            throw new IllegalArgumentException(
                    "Normalisation strength must be -2 to 2, not " + normalisationStrength + ".");
        }
    }

    /** The same with another seed. */
    public FastRpParameters withSeed(long otherSeed) {
        return new FastRpParameters(dimension, iterationWeights, normalisationStrength, otherSeed);
    }
}

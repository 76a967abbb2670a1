package io.ringsight.detect.cluster;

/**
 * @param quality what is maximised
 * @param resolution higher gives smaller communities; for {@link Quality#CPM} the density below which groups part
 * @param randomness theta of the refinement: 0 is greedy, 0.01 usual
 * @param maxIterations rounds of moving, refining and aggregating at most
 */
public record LeidenParameters(Quality quality, double resolution, double randomness, int maxIterations) {
    /** What a partition is judged by. */
    public enum Quality {
        /** Newman's, with the configuration model as null. */
        MODULARITY,
        /** The constant Potts model: no resolution limit. */
        CPM
    }

    public LeidenParameters {
        if (!(resolution > 0) || randomness < 0 || maxIterations < 1) {
            throw new IllegalArgumentException("Leiden needs resolution > 0, randomness >= 0 and an iteration: "
                    + resolution + ", " + randomness + ", " + maxIterations);
        }
    }

    /** For rings: the constant Potts model; two groups part when fewer than one in a hundred pairs is linked. */
    public static LeidenParameters rings() {
        return new LeidenParameters(Quality.CPM, 0.01, 0.01, 10);
    }

    public static LeidenParameters modularity() {
        return new LeidenParameters(Quality.MODULARITY, 1, 0.01, 10);
    }
}

package io.ringsight.gnn.metric;

/**
 * @param replicates positive; 1000 for figures to print
 * @param threads positive; results do not depend on it
 */
public record BootstrapParameters(int replicates, long seed, int threads) {
    public BootstrapParameters {
        if (replicates < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "Replicates and threads are positive, not %d and %d.".formatted(replicates, threads));
        }
    }
}

package io.ringsight.gnn.metric;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A metric over several populations: the mean of what it is in each, and how sure, from one draw of each population a replicate. What two
 * systems differ by stays paired within a population (B. Efron, R. Tibshirani: An Introduction to the Bootstrap, 1993, section 8.3: several
 * samples are drawn again each on its own).
 */
public final class PooledDraws {
    /** Draws between populations, so that equal seeds never draw the same numbers for two of them in one replicate. */
    private static final int APART = 37;

    private PooledDraws() {}

    /**
     * @param draws double[1 + replicates] of each population, as {@link Replicates#draws}, of equal length
     */
    public static Estimate mean(List<double[]> draws) {
        int replicates = requireEqual(draws) - 1;
        double[] mean = new double[replicates];
        double sample = 0;
        for (int population = 0; population < draws.size(); population++) {
            double[] of = draws.get(population);
            sample += of[0] / draws.size();
            for (int r = 0; r < replicates; r++) {
                mean[r] += of[1 + (r + APART * population) % replicates] / draws.size();
            }
        }
        Measure measure = Double.isFinite(sample)
                ? Measure.of(sample)
                : Measure.undefined("it is undefined in one of the populations");
        return Replicates.estimate(measure, mean);
    }

    /** @param minus of the same populations, on the same replicates */
    public static Estimate difference(List<double[]> draws, List<double[]> minus) {
        if (draws.size() != minus.size() || requireEqual(draws) != requireEqual(minus)) {
            throw new IllegalArgumentException("Only what was measured on the same replicates is compared in pairs.");
        }
        return mean(IntStream.range(0, draws.size())
                .mapToObj(population -> minus(draws.get(population), minus.get(population)))
                .toList());
    }

    private static double[] minus(double[] mine, double[] theirs) {
        double[] difference = mine.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= theirs[i];
        }
        return difference;
    }

    private static int requireEqual(List<double[]> draws) {
        long lengths = draws.stream().mapToInt(of -> of.length).distinct().count();
        if (lengths != 1 || draws.getFirst().length < 2) {
            throw new IllegalArgumentException("Populations are pooled that were drawn equally often, at least once.");
        }
        return draws.getFirst().length;
    }
}

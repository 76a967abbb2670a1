package io.ringsight.gnn.model;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Parameters before any training: weights uniform within sqrt(6 / (in + out)) (X. Glorot, Y. Bengio: Understanding the difficulty
 * of training deep feedforward neural networks, AISTATS 2010, equation 16), scales and relations 1, the rest 0.
 */
public final class InitialParameters {
    private InitialParameters() {}

    /** float32[layout.size]; the same seed gives the same numbers. */
    public static float[] of(ParameterLayout layout, long seed) {
        var random = new SplittableRandom(seed);
        float[] values = new float[layout.size()];
        for (ParameterLayout.Part part : layout.parts()) {
            fill(part, values, random);
        }
        return values;
    }

    private static void fill(ParameterLayout.Part part, float[] values, RandomGenerator random) {
        boolean ones = part.name().contains("_scale") || part.name().startsWith("relation_");
        double reach = part.name().contains("_weight") ? Math.sqrt(6.0 / (part.rows() + part.columns())) : 0;
        for (int i = part.start(); i < part.start() + part.size(); i++) {
            double noise = reach * (2 * random.nextDouble() - 1);
            values[i] = (float) ((ones ? 1 : 0) + noise);
        }
    }
}

package io.ringsight.gnn.model;

import io.ringsight.gnn.graph.FeatureSchema;

/**
 * A network and all that it takes to use it. Immutable as long as nobody writes the arrays, which are not copied.
 *
 * @param schema of the features it reads
 * @param shape of the network
 * @param scaler of the accounts' columns
 * @param parameters float32, as {@link ParameterLayout} says
 * @param seed of the training
 * @param trainedTo moment of the newest snapshot of the training, milliseconds since 1970 UTC
 * @param supervised whether it learned from labels, so that its risk means something
 */
public record GraphModel(
        FeatureSchema schema,
        ModelShape shape,
        Scaler scaler,
        float[] parameters,
        long seed,
        long trainedTo,
        boolean supervised) {
    public GraphModel {
        if (new ParameterLayout(shape).size() != parameters.length
                || scaler.mean().length != shape.accountFeatures()
                || schema.accounts().size() != shape.accountFeatures()) {
            throw new IllegalArgumentException("A model of " + shape + " has not " + parameters.length
                    + " parameters and " + scaler.mean().length + " columns.");
        }
    }
}

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
 * @param shareOfFraud among the examples it learned from; 0.5 when it learned from no labels and its risk means nothing
 */
public record GraphModel(
        FeatureSchema schema,
        ModelShape shape,
        Scaler scaler,
        float[] parameters,
        long seed,
        long trainedTo,
        double shareOfFraud) {
    public GraphModel {
        if (new ParameterLayout(shape).size() != parameters.length
                || scaler.mean().length != shape.accountFeatures()
                || schema.accounts().size() != shape.accountFeatures()) {
            throw new IllegalArgumentException("A model of " + shape + " has not " + parameters.length
                    + " parameters and " + scaler.mean().length + " columns.");
        }
        if (!(shareOfFraud > 0 && shareOfFraud < 1)) {
            throw new IllegalArgumentException("A share of fraud lies between 0 and 1, not at " + shareOfFraud + ".");
        }
    }

    /**
     * The probability of fraud where the share of fraud is another than among the examples (M. Saerens, P. Latinne, C. Decaestecker:
     * Adjusting the outputs of a classifier to new a priori probabilities, Neural Computation 14, 2002, equation 2.4).
     *
     * @param logOdds natural, as the network says
     * @param prior between 0 and 1: share of fraud among those to be judged
     */
    public double risk(float logOdds, double prior) {
        double shift = Math.log(prior / (1 - prior)) - Math.log(shareOfFraud / (1 - shareOfFraud));
        return 1 / (1 + Math.exp(-(logOdds + shift)));
    }
}

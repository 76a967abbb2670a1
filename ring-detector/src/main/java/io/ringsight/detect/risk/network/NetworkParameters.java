package io.ringsight.detect.risk.network;

import io.ringsight.gnn.training.TrainingParameters;

/**
 * How to train networks for account risk.
 *
 * @param views moments at which the population is looked at, evenly between its first account and the training
 * @param models networks whose log odds are averaged; they differ by seed
 * @param training of each; its seed is replaced
 */
public record NetworkParameters(int views, int models, TrainingParameters training) {
    /** Four views, three models. */
    public static final NetworkParameters DEFAULT = new NetworkParameters(4, 3, TrainingParameters.DEFAULT);

    /** Four views; two models for each fold of {@link CrossFitting}. */
    public static final NetworkParameters CROSS_FITTED = new NetworkParameters(4, 2, TrainingParameters.DEFAULT);

    public NetworkParameters {
        if (views < 1 || models < 1) {
            throw new IllegalArgumentException("There is a view and a model, not " + views + " and " + models + ".");
        }
    }
}

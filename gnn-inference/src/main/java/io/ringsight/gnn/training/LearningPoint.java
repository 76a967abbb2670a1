package io.ringsight.gnn.training;

/**
 * One epoch of a learning curve.
 *
 * @param phase of the training
 * @param epoch from 1 on
 * @param loss mean over the steps, nats a seed
 * @param validation loss of the later period, nats an account; NaN when it is not measured
 * @param steps taken
 * @param edges added up in forward passes
 * @param seconds of wall time: not part of what is the same for the same seed
 */
public record LearningPoint(
        Phase phase, int epoch, double loss, double validation, int steps, long edges, double seconds) {}

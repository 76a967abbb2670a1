package io.ringsight.detect.evaluation;

/**
 * How to evaluate.
 *
 * @param asOf contenders learn what was known at this time, milliseconds since 1970 UTC
 * @param prior probability that an account is fraudulent before anything is known of it
 * @param seed of everything random
 * @param replicates of the bootstrap, 1 or more
 * @param replaySteps how often the growing graph is judged again between the training and the end; 0 for never
 * @param threads of the bootstrap, 1 or more; results do not depend on it
 */
public record EvaluationParameters(long asOf, double prior, long seed, int replicates, int replaySteps, int threads) {
    public EvaluationParameters {
        if (!(prior > 0 && prior < 1) || replicates < 1 || replaySteps < 0 || threads < 1) {
            throw new IllegalArgumentException(
                    "An evaluation has a prior between 0 and 1, a replicate, no step below 0 and a thread:"
                            + " %s, %d, %d, %d.".formatted(prior, replicates, replaySteps, threads));
        }
    }

    public EvaluationParameters withAsOf(long time) {
        return new EvaluationParameters(time, prior, seed, replicates, replaySteps, threads);
    }
}

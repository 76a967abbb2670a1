package io.ringsight.api.pipeline;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.gnn.pytorch.TorchDevice;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a person says about an evaluation.
 *
 * @param asOf when contenders are trained, milliseconds since 1970 UTC; else after two thirds of the time in which accounts
 *     were created
 * @param prior probability that an account is fraudulent before anything is known of it
 * @param seed of everything random
 * @param replicates of the bootstrap
 * @param replaySteps how often the growing graph is judged again; 0 for never
 * @param opponents which take part beside the product: {@code all}, {@code jvm}, {@code none}, or their names
 * @param variants of the product that take part too
 * @param device where the graph network computes
 */
public record EvaluationSettings(
        OptionalLong asOf,
        double prior,
        long seed,
        int replicates,
        int replaySteps,
        List<String> opponents,
        List<ProductVariant> variants,
        TorchDevice device) {
    public static final int DEFAULT_REPLICATES = 400;
    public static final int DEFAULT_REPLAY_STEPS = 8;

    public EvaluationSettings {
        opponents = List.copyOf(opponents);
        variants = List.copyOf(variants);
    }

    /** Without variants of the product. */
    public EvaluationSettings(
            OptionalLong asOf, double prior, long seed, int replicates, int replaySteps, List<String> opponents) {
        this(asOf, prior, seed, replicates, replaySteps, opponents, List.of(), TorchDevice.AUTO);
    }

    public EvaluationSettings withVariants(List<ProductVariant> others) {
        return new EvaluationSettings(asOf, prior, seed, replicates, replaySteps, opponents, others, device);
    }

    /** All opponents in this JVM. */
    public static EvaluationSettings defaults() {
        return new EvaluationSettings(
                OptionalLong.empty(),
                DetectionParameters.DEFAULT_PRIOR,
                0,
                DEFAULT_REPLICATES,
                DEFAULT_REPLAY_STEPS,
                List.of("jvm"));
    }
}

package io.ringsight.api.pipeline;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.gnn.embedding.Embedder;
import io.ringsight.gnn.embedding.FastRp;
import io.ringsight.gnn.embedding.FastRpParameters;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person says about a detection.
 *
 * @param prior probability that an account is fraudulent before anything is known of it
 * @param seed of everything random
 * @param asOf nothing later than this is used, milliseconds since 1970 UTC
 * @param engine what finds components
 * @param embedding what embeds accounts
 * @param device where they are embedded
 */
public record DetectionSettings(
        double prior, long seed, OptionalLong asOf, Engine engine, Embedding embedding, TorchDevice device) {
    /** What finds components. */
    public enum Engine {
        JVM,
        GDS
    }

    /** What embeds accounts. */
    public enum Embedding {
        FASTRP,
        NONE
    }

    public static DetectionSettings defaults() {
        return new DetectionSettings(
                DetectionParameters.DEFAULT_PRIOR,
                0,
                OptionalLong.empty(),
                Engine.JVM,
                Embedding.FASTRP,
                TorchDevice.AUTO);
    }

    DetectionParameters parameters() {
        return DetectionParameters.defaults().withPrior(prior).withSeed(seed).withAsOf(asOf.orElse(Long.MAX_VALUE));
    }

    Optional<Embedder> embedder() {
        return embedding == Embedding.NONE
                ? Optional.empty()
                : Optional.of(new FastRp(FastRpParameters.DEFAULT.withSeed(seed), TorchSettings.DEFAULT.on(device)));
    }
}

package io.ringsight.api.cli;

import io.ringsight.api.pipeline.DetectionSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person says about a detection. */
final class DetectionOptions {
    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "Use nothing later than this: 2026-03-01 (its first moment, UTC) or 2026-03-01T10:22:31Z.")
    private @Nullable String asOf;

    @Mixin
    private PriorOptions chances = new PriorOptions();

    @Option(
            names = "--engine",
            paramLabel = "jvm|gds",
            description = "What finds components: this process or the store (default jvm). Both find the same.")
    private DetectionSettings.Engine engine = DetectionSettings.Engine.JVM;

    @Option(names = "--embedding", paramLabel = "fastrp|none", description = "What embeds accounts (default fastrp).")
    private DetectionSettings.Embedding embedding = DetectionSettings.Embedding.FASTRP;

    @Mixin
    private TorchOptions torch = new TorchOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Processors to use (default all). Results do not depend on it.")
    private int threads;

    DetectionSettings settings() {
        if (threads < 0) {
            throw new RingsightException(ErrorCode.USAGE, "--threads is " + threads + ".", "Maybe write 1 or more.");
        }
        return new DetectionSettings(
                chances.prior(),
                chances.seed(),
                asOf == null ? OptionalLong.empty() : OptionalLong.of(TimeWord.millis("--as-of", asOf)),
                engine,
                embedding,
                torch.device());
    }

    DetectionSettings.Engine engine() {
        return engine;
    }
}

package io.ringsight.api.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where further identifier types are configured. */
final class ConfigurationOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration file: identifier types and what is assumed of them, vault (or RINGSIGHT_CONFIG).")
    private @Nullable Path file;

    Optional<Path> file() {
        return Optional.ofNullable(file)
                .or(() -> Environment.get("RINGSIGHT_CONFIG").map(Path::of));
    }
}

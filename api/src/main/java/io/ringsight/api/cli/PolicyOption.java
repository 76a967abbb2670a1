package io.ringsight.api.cli;

import io.ringsight.api.policy.PolicyFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is done about applicants. */
final class PolicyOption {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Policy file: from probability, reasons, country and exposure to allow, step_up, review or deny"
                            + " (or RINGSIGHT_POLICY; default-1 unless given).")
    private @Nullable Path file;

    PolicyFile read() {
        return Optional.ofNullable(file)
                .or(() -> Environment.get("RINGSIGHT_POLICY").map(Path::of))
                .map(PolicyFile::read)
                .orElseGet(PolicyFile::builtIn);
    }
}

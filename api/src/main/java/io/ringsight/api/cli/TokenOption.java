package io.ringsight.api.cli;

import io.ringsight.gnn.flight.SharedToken;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The secret that a server of embeddings and its clients share. */
final class TokenOption {
    private static final String VARIABLE = "RINGSIGHT_EMBEDDINGS_TOKEN";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the token that server and clients share, readable by its owner alone (or "
                    + VARIABLE + " holds the token).")
    private @Nullable Path file;

    Optional<SharedToken> token() {
        return Optional.ofNullable(file)
                .map(SharedToken::read)
                .or(() -> Environment.get(VARIABLE).map(token -> SharedToken.of(token.strip(), VARIABLE)));
    }
}

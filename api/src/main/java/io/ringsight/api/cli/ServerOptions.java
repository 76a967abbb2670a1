package io.ringsight.api.cli;

import io.ringsight.api.http.ApiKeys;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the service listens and who may ask. */
final class ServerOptions {
    private static final int LARGEST_PORT = 65_535;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on (default 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on (default 8080).")
    private int port = 8080;

    @Option(
            names = "--api-keys",
            paramLabel = "FILE",
            description = "Lines of: ROLE key (or RINGSIGHT_API_KEYS names the file). Needed on any address but the"
                    + " loopback one.")
    private @Nullable Path keyFile;

    String host() {
        return host;
    }

    int port() {
        if (port < 1 || port > LARGEST_PORT) {
            throw new RingsightException(
                    ErrorCode.USAGE, "--port is " + port + ".", "Maybe write 1 to " + LARGEST_PORT + ".");
        }
        return port;
    }

    ApiKeys keys() {
        return Optional.ofNullable(keyFile)
                .or(() -> Environment.get("RINGSIGHT_API_KEYS").map(Path::of))
                .map(ApiKeys::read)
                .orElseGet(ApiKeys::none);
    }
}

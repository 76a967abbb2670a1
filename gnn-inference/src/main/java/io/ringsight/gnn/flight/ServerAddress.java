package io.ringsight.gnn.flight;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.arrow.flight.Location;

/**
 * Where embeddings are served.
 *
 * @param tls whether it is spoken to in TLS
 * @param trusted PEM file of certificates to trust instead of the platform's
 */
public record ServerAddress(String host, int port, boolean tls, Optional<Path> trusted) {
    /** Where a server listens that was told nothing else. */
    public static final int DEFAULT_PORT = 8815;

    /** From {@code host}, {@code host:port} or {@code grpc+tls://host:port}; {@code trusted} means TLS too. */
    public static ServerAddress parse(String text, Optional<Path> trusted) {
        try {
            var uri = new URI(text.contains("://") ? text : "grpc://" + text);
            boolean known = uri.getScheme().equals("grpc") || uri.getScheme().equals("grpc+tls");
            if (known && uri.getHost() != null && uri.getPath().isEmpty() && uri.getPort() <= 65_535) {
                int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
                boolean tls = uri.getScheme().equals("grpc+tls") || trusted.isPresent();
                return new ServerAddress(uri.getHost(), port, tls, trusted);
            }
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static RingsightException wrong(String text) {
        return new RingsightException(
                ErrorCode.USAGE,
                "'" + text + "' is no address of an embeddings server.",
                "Maybe write host:port, or grpc+tls://host:port.");
    }

    Location location() {
        return tls ? Location.forGrpcTls(host, port) : Location.forGrpcInsecure(host, port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

package io.ringsight.gnn.flight;

import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How embeddings are served.
 *
 * @param port 0: any that is free
 * @param token who has it may ask; without one only this machine is listened to
 * @param certificate with the key: TLS
 * @param memory bytes that all requests together may take
 * @param patience after which a view of which nothing more comes is forgotten
 */
public record ServerSettings(
        String host,
        int port,
        Optional<SharedToken> token,
        Optional<Certificate> certificate,
        long memory,
        Duration patience,
        TorchSettings torch) {
    /** A minute. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    /** PEM files. */
    public record Certificate(Path chain, Path key) {}

    public ServerSettings {
        if (token.isEmpty() && !isLoopback(host)) {
            throw new RingsightException(
                    ErrorCode.CONFIGURATION,
                    "Listening on " + host + " without a token would let everybody in.",
                    "Maybe name a file with one by --token-file, or leave out --host.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new RingsightException(
                    ErrorCode.USAGE, "There is no host '" + host + "'.", "Maybe write 127.0.0.1 or 0.0.0.0.", e);
        }
    }
}

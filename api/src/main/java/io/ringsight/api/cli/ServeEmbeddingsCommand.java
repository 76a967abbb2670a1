package io.ringsight.api.cli;

import io.ringsight.gnn.flight.EmbeddingsServer;
import io.ringsight.gnn.flight.ServerAddress;
import io.ringsight.gnn.flight.ServerSettings;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.model.ModelFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve-embeddings",
        description = "Runs a trained network for other processes, over Arrow Flight: embed --server, or pyarrow.",
        footer = {"", "Account ids do not come here: clients send hashes, times and numbers."})
final class ServeEmbeddingsCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LARGEST_PORT = 65_535;
    private static final long MEGABYTE = 1_000_000;

    private final Terminal terminal;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "A trained network.")
    private Path model;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on (default 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on (default " + ServerAddress.DEFAULT_PORT + "; 0: any that is free).")
    private int port = ServerAddress.DEFAULT_PORT;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description =
                    "What all requests together may take (default: as much as the heap may have). More is refused.")
    private long memory = Runtime.getRuntime().maxMemory() / MEGABYTE;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "Certificate chain, PEM: TLS, with --tls-key.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, PEM (PKCS 8).")
    private @Nullable Path key;

    @Mixin
    private TokenOption token = new TokenOption();

    @Mixin
    private TorchOptions torch = new TorchOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ServeEmbeddingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        ServerSettings settings = settings();
        GraphModel network = ModelFile.read(model);
        try (EmbeddingsServer server = EmbeddingsServer.start(network, settings)) {
            announce(network, settings, server);
            while (!terminal.interrupted()) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCodes.GOOD;
    }

    private ServerSettings settings() {
        if (port < 0 || port > LARGEST_PORT) {
            throw usage("--port is " + port, "write 0 to " + LARGEST_PORT);
        }
        if (memory < 1) {
            throw usage("--memory is " + memory, "write 1 or more");
        }
        if (certificate == null != (key == null)) {
            throw usage("Of --tls-cert and --tls-key one is missing", "give both, or neither");
        }
        return new ServerSettings(
                host,
                port,
                token.token(),
                certificate == null || key == null
                        ? Optional.empty()
                        : Optional.of(new ServerSettings.Certificate(certificate, key)),
                Math.multiplyExact(memory, MEGABYTE),
                ServerSettings.PATIENCE,
                torch.settings());
    }

    private static RingsightException usage(String what, String maybe) {
        return new RingsightException(ErrorCode.USAGE, what + ".", "Maybe " + maybe + ".");
    }

    private void announce(GraphModel network, ServerSettings settings, EmbeddingsServer server) {
        String shown = host.equals("127.0.0.1") ? "localhost" : host;
        String scheme = settings.certificate().isPresent() ? "grpc+tls" : "grpc";
        String address = scheme + "://" + shown + ":" + server.port();
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("url", address);
            json.put("schema_hash", network.schema().hash());
            json.put("width", network.shape().width());
            json.put("open", settings.token().isEmpty());
            terminal.json(json);
        } else {
            terminal.say("Embeddings: %s   schema %s, %d numbers an account%s"
                    .formatted(
                            address,
                            network.schema().hash(),
                            network.shape().width(),
                            settings.token().isEmpty() ? ", open to everybody on this machine" : ""));
        }
        terminal.flush();
        if (settings.certificate().isEmpty() && !host.startsWith("127.") && !host.equals("localhost")) {
            terminal.note("Without --tls-cert the token and what is sent can be read on the way.");
        }
    }
}

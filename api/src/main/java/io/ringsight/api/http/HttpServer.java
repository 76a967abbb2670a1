package io.ringsight.api.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.ringsight.api.decision.CheckDesk;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;

/** The HTTP server around one service and its checks. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Ringsight",
                        version = "v1",
                        description = "Rings of synthetic identities. Errors are problems after RFC 9457."))
public final class HttpServer implements AutoCloseable {
    /** Settings of a server that is measured. */
    public static final Map<String, Object> BENCHMARK = Map.of(HelloController.WANTED, true);

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private HttpServer(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /** Listens until closed. */
    public static HttpServer start(String host, int port, ApiKeys keys, CheckDesk desk) {
        return start(host, port, keys, desk, Map.of());
    }

    /** @param settings that differ from those of application.yml, such as {@code ringsight.limits.checks.waiting} */
    public static HttpServer start(String host, int port, ApiKeys keys, CheckDesk desk, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("micronaut.server.host", host);
        all.put("micronaut.server.port", port);
        var context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(all)
                .singletons(keys, desk, desk.service())
                .start();
        try {
            return new HttpServer(context, context.getBean(EmbeddedServer.class).start());
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** Starts the framework and stops it again, without listening: what a start-up cache should hold. */
    public static void rehearse(ApiKeys keys) {
        try (var context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .singletons(keys)
                .start()) {
            context.getBeanDefinitions(EmbeddedServer.class);
        }
    }

    /**
     * Says before the heavy work what would go wrong after it: a port that is taken, an address that everybody can reach
     * while nobody needs a key.
     */
    public static void preflight(String host, int port, ApiKeys keys) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (keys.isOpen() && !address.isLoopbackAddress()) {
                throw new RingsightException(
                        ErrorCode.CONFIGURATION,
                        "Listening on " + host + " without API keys would let everybody in.",
                        "Maybe name a file of keys with --api-keys, or leave out --host.");
            }
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address, port));
            }
        } catch (UnknownHostException e) {
            throw new RingsightException(
                    ErrorCode.USAGE, "There is no host '" + host + "'.", "Maybe write 127.0.0.1 or 0.0.0.0.", e);
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.PORT_IN_USE,
                    "Port " + port + " on " + host + " is taken.",
                    "Maybe another Ringsight runs there already; choose another one with --port.",
                    e);
        }
    }

    public URI uri() {
        return server.getURI();
    }

    @Override
    public void close() {
        context.close();
    }
}

package io.ringsight.gnn.flight;

import io.grpc.netty.NettyServerBuilder;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.SageSession;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * A model that other processes ask, over Arrow Flight. All tables are those of {@link io.ringsight.gnn.arrow.GraphSchema}, batches as in
 * the files of a view.
 *
 * <table>
 * <caption>calls of one view, in order; {@code id} is any word that no other view has, best a random one</caption>
 * <tr><th>call</th><th>with</th><th>meaning</th></tr>
 * <tr><td>DoPut</td><td>path {@code id, uses}; likewise {@code identifiers}, {@code pairs}, {@code accounts}</td><td>a table; the
 * metadata of its schema as in the file</td></tr>
 * <tr><td>DoPut</td><td>path {@code id, labels}</td><td>may be left out: then nothing is known of anybody</td></tr>
 * <tr><td>DoGet</td><td>ticket {@code id}</td><td>computes, and answers with {@code embeddings}, rows by account number; the view is
 * gone after that</td></tr>
 * </table>
 *
 * <p>Refused, ahead of any room being made: no or another token (UNAUTHENTICATED), features of another schema than the model's
 * (INVALID_ARGUMENT), more than fits (RESOURCE_EXHAUSTED). Thread-safe.
 */
public final class EmbeddingsServer implements AutoCloseable {
    /** Of one message; a batch of the widest table is a tenth of it. */
    private static final int MOST_BYTES = 1 << 28;

    private static final long GRACE = 5; // s

    private final BufferAllocator allocator;
    private final ExecutorService calls;
    private final ScheduledExecutorService clock;
    private final FlightServer server;
    private final Uploads uploads;
    private final AtomicBoolean stopping;

    private EmbeddingsServer(GraphModel model, ServerSettings settings) throws IOException {
        this.uploads = new Uploads(settings.memory(), settings.patience());
        this.stopping = new AtomicBoolean();
        this.allocator = new RootAllocator();
        this.calls = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("embeddings-", 1).daemon().factory());
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("embeddings-clock").daemon().factory());
        boolean tls = settings.certificate().isPresent();
        var builder = FlightServer.builder()
                .allocator(allocator)
                .location(
                        tls
                                ? Location.forGrpcTls(settings.host(), settings.port())
                                : Location.forGrpcInsecure(settings.host(), settings.port()))
                .producer(new EmbeddingsProducer(model, settings, uploads, allocator, stopping::get))
                .middleware(TokenGate.KEY, new TokenGate(settings.token()))
                .maxInboundMessageSize(MOST_BYTES)
                .transportHint("grpc.builderConsumer", (Consumer<NettyServerBuilder>) EmbeddingsServer::noticeTheDead)
                .executor(calls);
        if (tls) {
            var certificate = settings.certificate().get();
            builder.useTls(certificate.chain().toFile(), certificate.key().toFile());
        }
        this.server = builder.build();
    }

    /**
     * Listens until closed.
     *
     * @throws RingsightException when there is no tensor engine, not the device, or the port is taken
     */
    public static EmbeddingsServer start(GraphModel model, ServerSettings settings) {
        // Once, so that what cannot be computed is said now, and the first who asks does not wait for it.
        SageSession.start(settings.torch(), model.shape()).close();
        try {
            var server = new EmbeddingsServer(model, settings);
            server.listen(settings);
            return server;
        } catch (IOException | IllegalArgumentException e) {
            throw new RingsightException(
                    ErrorCode.CONFIGURATION,
                    "Cannot serve with that certificate: " + e.getMessage() + ".",
                    "Maybe --tls-cert and --tls-key are not PEM files, or do not belong together.",
                    e);
        }
    }

    /** A client whose machine is gone holds its memory no longer than that. */
    private static void noticeTheDead(NettyServerBuilder builder) {
        builder.keepAliveTime(30, TimeUnit.SECONDS).keepAliveTimeout(20, TimeUnit.SECONDS);
    }

    private void listen(ServerSettings settings) {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new RingsightException(
                    ErrorCode.PORT_IN_USE,
                    "Port " + settings.port() + " on " + settings.host() + " is taken.",
                    "Maybe another server runs there already; choose another one with --port.",
                    e);
        }
        long often = Math.max(1, settings.patience().toMillis() / 4);
        clock.scheduleAtFixedRate(uploads::forgetIdle, often, often, TimeUnit.MILLISECONDS);
    }

    public int port() {
        return server.getPort();
    }

    /** Bytes that views take which are here now. */
    public long reserved() {
        return uploads.reserved();
    }

    /** Takes no new calls, and cuts short what is being computed. */
    @Override
    public void close() {
        if (stopping.getAndSet(true)) {
            return;
        }
        clock.shutdownNow();
        try {
            server.shutdown();
            server.awaitTermination(GRACE, TimeUnit.SECONDS);
            server.close();
            calls.shutdown();
            if (calls.awaitTermination(GRACE, TimeUnit.SECONDS)) {
                allocator.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

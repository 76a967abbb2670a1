package io.ringsight.gnn.flight;

import io.ringsight.gnn.arrow.EmbeddingsIntake;
import io.ringsight.gnn.arrow.GraphTables;
import io.ringsight.gnn.arrow.Table;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.inference.ViewScorer;
import io.ringsight.gnn.inference.ViewScores;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.apache.arrow.flight.AsyncPutListener;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.grpc.CredentialCallOption;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Sends views to an {@link EmbeddingsServer} and brings back what its network says. Close it. Thread-safe. */
public final class EmbeddingsClient implements ViewScorer {
    private static final Duration LOOK = Duration.ofNanos(200_000);

    private final ServerAddress address;
    private final BufferAllocator allocator;
    private final FlightClient client;
    private final CallOption[] options;

    private EmbeddingsClient(
            ServerAddress address, BufferAllocator allocator, FlightClient client, CallOption... options) {
        this.address = address;
        this.allocator = allocator;
        this.client = client;
        this.options = options;
    }

    /** Nothing is sent yet. */
    public static EmbeddingsClient of(ServerAddress address, Optional<SharedToken> token) {
        var allocator = new RootAllocator();
        try {
            var builder = FlightClient.builder(allocator, address.location());
            if (address.tls()) {
                builder.useTls();
            }
            if (address.trusted().isPresent()) {
                try (InputStream certificates =
                        Files.newInputStream(address.trusted().get())) {
                    builder.trustedCertificates(certificates);
                    return of(address, allocator, builder.build(), token);
                }
            }
            return of(address, allocator, builder.build(), token);
        } catch (IOException | IllegalArgumentException e) {
            allocator.close();
            throw new RingsightException(
                    ErrorCode.CONFIGURATION,
                    "Cannot trust the certificates in "
                            + address.trusted().map(Object::toString).orElse("?") + ".",
                    "Maybe it is missing, or no PEM file.",
                    e);
        }
    }

    private static EmbeddingsClient of(
            ServerAddress address, BufferAllocator allocator, FlightClient client, Optional<SharedToken> token) {
        var options = new ArrayList<CallOption>();
        token.ifPresent(shared ->
                options.add(new CredentialCallOption(headers -> headers.insert("authorization", shared.header()))));
        return new EmbeddingsClient(address, allocator, client, options.toArray(CallOption[]::new));
    }

    @Override
    public ViewScores score(GraphView view, byte[] known, Progress progress) {
        String id = UUID.randomUUID().toString();
        var tables = new ArrayList<>(GraphTables.of(view));
        tables.add(GraphTables.labels(view, known));
        try {
            progress.begin("graph network", tables.size() + 1L);
            for (Table table : tables) {
                send(id, table, progress);
                progress.advance(1);
            }
            return receive(id, known.length, progress);
        } catch (FlightRuntimeException e) {
            throw Refusal.heard(e, address.toString());
        } finally {
            progress.end();
        }
    }

    void send(String id, Table table, Progress progress) {
        var answer = new AsyncPutListener();
        try (var batch = VectorSchemaRoot.create(table.schema(), allocator)) {
            var stream = client.startPut(FlightDescriptor.path(id, table.name()), batch, answer, options);
            try {
                table.through(batch, allocator, () -> {
                    while (!stream.isReady() && !answer.isCancelled()) {
                        pause(progress);
                    }
                    progress.check();
                    if (!answer.isCancelled()) { // what is put into an ended call is never let go
                        stream.putNext();
                    }
                });
                stream.completed();
            } catch (RingsightException cancelled) {
                stream.error(cancelled);
                throw cancelled;
            } catch (IllegalStateException over) {
                // The other side has ended the call; the answer says why.
            }
            answer.getResult();
        }
    }

    private ViewScores receive(String id, int accounts, Progress progress) {
        try (var stream = client.getStream(new Ticket(id.getBytes(StandardCharsets.UTF_8)), options)) {
            var intake = EmbeddingsIntake.of(stream.getSchema(), accounts);
            while (stream.next()) {
                progress.check();
                intake.take(stream.getRoot());
            }
            intake.finish();
            return new ReceivedScores(intake);
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception e) {
            throw new RingsightException(ErrorCode.INTERNAL, "The answer of " + address + " cannot be closed.", "", e);
        }
    }

    private static void pause(Progress progress) {
        progress.check();
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RingsightException(ErrorCode.CANCELLED, "Cancelled.", "", e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        allocator.close();
    }
}

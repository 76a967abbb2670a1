package io.ringsight.gnn.flight;

import io.ringsight.gnn.arrow.GraphIntake;
import io.ringsight.gnn.arrow.GraphTables;
import io.ringsight.gnn.arrow.Table;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.inference.ViewScorer;
import io.ringsight.gnn.inference.ViewScores;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.arrow.flight.BackpressureStrategy;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.NoOpFlightProducer;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes views and answers with what the network says of them; one is computed at a time, however many are on their way. */
final class EmbeddingsProducer extends NoOpFlightProducer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingsProducer.class);
    private static final long LOOK = 200; // ms

    private final GraphModel model;
    private final IdentifierTypes types;
    private final ViewScorer scorer;
    private final Uploads uploads;
    private final BufferAllocator allocator;
    private final BooleanSupplier stopping;
    private final Semaphore turn = new Semaphore(1, true);

    EmbeddingsProducer(
            GraphModel model,
            ServerSettings settings,
            Uploads uploads,
            BufferAllocator allocator,
            BooleanSupplier stopping) {
        this.model = model;
        this.types = types(model.schema().relations());
        this.scorer = ViewScorer.here(model, settings.torch());
        this.uploads = uploads;
        this.allocator = allocator;
        this.stopping = stopping;
    }

    /** Only their names and order matter to a network. */
    private static IdentifierTypes types(List<String> relations) {
        IdentifierTypes builtIn = IdentifierTypes.builtIn();
        return builtIn.with(relations.stream()
                .filter(name -> builtIn.find(name).isEmpty())
                .map(name -> new IdentifierType(name, IdentifierKind.EXACT))
                .toList());
    }

    @Override
    public Runnable acceptPut(CallContext context, FlightStream stream, StreamListener<PutResult> acknowledge) {
        return () -> {
            try {
                put(stream);
                acknowledge.onCompleted();
            } catch (RuntimeException | Error failure) {
                LOG.info("A table was refused: {}", failure.toString());
                acknowledge.onError(Refusal.of(failure));
            }
        };
    }

    private void put(FlightStream stream) {
        List<String> path = path(stream.getDescriptor());
        String id = path.get(0);
        String table = path.get(1);
        Map<String, String> metadata = stream.getSchema().getCustomMetadata();
        var size = GraphIntake.Size.of(metadata);
        model.schema().require(size.schema());
        Uploads.Upload upload =
                uploads.busy(id, RequestEstimate.of(size, model.shape()), () -> GraphIntake.of(metadata, types));
        try {
            upload.intake().require(table, metadata, stream.getSchema().getFields());
            while (stream.next()) {
                if (stream.hasRoot()) {
                    upload.intake().take(table, stream.getRoot());
                }
            }
            upload.intake().finish(table);
            uploads.rest(upload);
        } catch (RuntimeException | Error failure) {
            uploads.drop(id);
            throw failure;
        }
    }

    private static List<String> path(FlightDescriptor descriptor) {
        if (descriptor.isCommand() || descriptor.getPath().size() != 2) {
            throw new RingsightException(
                    ErrorCode.INVALID_REQUEST,
                    "A table is sent to a path of two words, the id of its view and its name.",
                    "Maybe write FlightDescriptor.for_path(id, 'pairs').");
        }
        return descriptor.getPath();
    }

    @Override
    public void getStream(CallContext context, Ticket ticket, ServerStreamListener listener) {
        String id = new String(ticket.getBytes(), StandardCharsets.UTF_8);
        try {
            var upload = uploads.take(id);
            try {
                answer(upload.intake(), listener);
            } finally {
                uploads.drop(id);
            }
        } catch (RuntimeException | Error failure) {
            LOG.info("A view was not answered: {}", failure.toString());
            listener.error(Refusal.of(failure));
        }
    }

    private void answer(GraphIntake intake, ServerStreamListener listener) {
        Progress progress = Progress.silentUntil(() -> listener.isCancelled() || stopping.getAsBoolean());
        long start = System.nanoTime();
        GraphView view = intake.view();
        try (ViewScores scores = computed(view, intake.labels(), progress)) {
            send(GraphTables.embeddings(scores.logOdds(), scores::copyEmbeddings, scores.width()), listener, progress);
        }
        LOG.info("{} answered in {} ms", view.graph(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** When it is its turn. */
    private ViewScores computed(GraphView view, byte[] known, Progress progress) {
        try {
            while (!turn.tryAcquire(LOOK, TimeUnit.MILLISECONDS)) {
                progress.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RingsightException(ErrorCode.CANCELLED, "Stopped.", "", e);
        }
        try {
            return scorer.score(view, known, progress);
        } finally {
            turn.release();
        }
    }

    /** As fast as the other side takes it, and no faster. */
    private void send(Table table, ServerStreamListener listener, Progress progress) {
        var pace = new BackpressureStrategy.CallbackBackpressureStrategy();
        pace.register(listener);
        try (var batch = VectorSchemaRoot.create(table.schema(), allocator)) {
            listener.start(batch);
            table.through(batch, allocator, () -> {
                while (pace.waitForListener(LOOK) == BackpressureStrategy.WaitResult.TIMEOUT) {
                    progress.check();
                }
                progress.check();
                listener.putNext();
            });
            listener.completed();
        }
    }
}

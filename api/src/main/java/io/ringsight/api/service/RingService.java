package io.ringsight.api.service;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.detect.Detection;
import io.ringsight.detect.neo4j.DetectionStore;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.neo4j.GraphWriter;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreMeta;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.tokenise.RequestHashes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service: knowledge that grows with every application that comes in, which the next question on this process sees; rings
 * change with the next detection that anybody publishes, as a whole. Thread-safe.
 */
public final class RingService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RingService.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Store store;
    private final IdentifierTypes types;
    private final Intake intake;
    private final GraphWriter writer;
    private final Clock clock = Clock.systemUTC();
    private final Object receiving = new Object(); // taken before growing
    private final Object growing = new Object();
    private final List<TokenisedApplication> arrived = new ArrayList<>(); // guarded by growing
    private final Investigation investigation;
    private final Idempotency idempotency;
    private volatile Knowledge knowledge;
    private volatile long published;
    private volatile boolean closed;

    private RingService(Installation installation, Store store, Detection detection, Progress progress) {
        this.store = store;
        types = installation.types();
        KeySets keys = installation.keysFor(store);
        intake = installation.intake(keys);
        idempotency = new Idempotency(store, RequestHashes.of(keys), clock);
        writer = new GraphWriter(store, keys.version());
        published = DetectionStore.currentNumber(store).orElse(0L);
        knowledge = read(detection, published, progress);
        investigation = Investigation.open(store, clock, this::knowledge);
    }

    /** Serves what the store holds and that detection found. Takes over the store: closing the service closes it. */
    public static RingService open(Installation installation, Store store, Detection detection, Progress progress) {
        return new RingService(installation, store, detection, progress);
    }

    /** From now on another detection is served soon after it is published. */
    public void keepFresh() {
        Thread.ofVirtual().name("ringsight-fresh").start(() -> {
            while (!closed) {
                try {
                    Thread.sleep(LOOK);
                    investigation.log();
                    refresh();
                } catch (RuntimeException e) {
                    LOG.warn("What is served stays as it is.", e);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** Reads the detection published last, unless it is served already. Applications wait for it, questions do not. */
    void refresh() {
        long number = DetectionStore.currentNumber(store).orElse(0L);
        if (closed || number == published) {
            return;
        }
        synchronized (receiving) {
            Optional<Detection> detection = DetectionStore.read(store);
            if (detection.isPresent()) {
                Knowledge next = read(detection.get(), number, Progress.silent());
                if (DetectionStore.currentNumber(store).orElse(0L) != number) {
                    return; // another was published meanwhile, and what was read may be in pieces
                }
                synchronized (growing) {
                    knowledge = next;
                    arrived.clear(); // all of it is in the store, and so in the snapshot
                    published = number;
                }
            }
        }
    }

    private Knowledge read(Detection detection, long number, Progress progress) {
        IdentityGraph graph = SnapshotReader.read(store, types, progress).graph();
        var next = Knowledge.of(graph, detection, Past.read(store, number, clock.millis()));
        Thread.ofVirtual().start(next.explanations()::prepare);
        return next;
    }

    /** What is known now, with everything that has arrived. */
    public Knowledge knowledge() {
        synchronized (growing) {
            if (!arrived.isEmpty()) {
                knowledge = knowledge.with(Growth.of(knowledge.graph(), arrived));
                arrived.clear();
            }
            return knowledge;
        }
    }

    /** A question about an applicant: nothing is written. */
    public CheckedApplication check(byte[] json) {
        List<Rejection> left = new ArrayList<>();
        TokenisedApplication application = intake.tokenise(json, now(), left::add);
        return new CheckedApplication(
                application.account().accountId(),
                knowledge().check().under(investigation.judgements()).decide(application),
                left);
    }

    /** Takes in one application; the same one again changes nothing. */
    public ReceivedApplication receive(byte[] json) {
        List<Rejection> left = new ArrayList<>();
        TokenisedApplication application = intake.tokenise(json, now(), left::add);
        synchronized (receiving) {
            boolean known = writer.knows(application.account().accountId());
            writer.application(application);
            writer.flush();
            synchronized (growing) {
                arrived.add(application);
            }
            return new ReceivedApplication(application.account().accountId(), !known, left);
        }
    }

    /** Takes in one application once, however often it is sent under the key that its caller gave it. */
    public ReceivedApplication receiveOnce(byte[] json, String caller, String key) {
        return idempotency.once(caller, key, json, () -> receive(json), created -> {
            List<Rejection> left = new ArrayList<>();
            TokenisedApplication application = intake.tokenise(json, now(), left::add);
            return new ReceivedApplication(application.account().accountId(), created, left);
        });
    }

    /** What investigators decided, and what rings were before. */
    public Investigation investigation() {
        return investigation;
    }

    /** Whether the store answers. */
    public boolean storeAnswers() {
        try {
            StoreMeta.read(store);
            return true;
        } catch (RingsightException e) {
            return false;
        }
    }

    public String storeAddress() {
        return store.address().toString();
    }

    private OptionalLong now() {
        return OptionalLong.of(clock.millis());
    }

    @Override
    public void close() {
        closed = true;
        try (store) {
            writer.close();
        }
    }
}

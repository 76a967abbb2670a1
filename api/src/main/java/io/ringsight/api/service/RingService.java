package io.ringsight.api.service;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.detect.Detection;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.neo4j.GraphWriter;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreMeta;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.tokenise.KeySets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The running service: knowledge that is read once and grows with every application that comes in. What came in is seen
 * by the next question on this process; rings change with the next detection. Thread-safe.
 */
public final class RingService implements AutoCloseable {
    private final Store store;
    private final Intake intake;
    private final GraphWriter writer;
    private final Clock clock;
    private final Object growing = new Object();
    private final List<TokenisedApplication> arrived = new ArrayList<>(); // guarded by growing
    private final Investigation investigation;
    private volatile Knowledge knowledge;

    private RingService(Store store, Intake intake, GraphWriter writer, Clock clock, Knowledge knowledge) {
        this.store = store;
        this.intake = intake;
        this.writer = writer;
        this.clock = clock;
        this.knowledge = knowledge;
        this.investigation = Investigation.open(store, clock, this::knowledge);
    }

    /** Serves what the store holds and that detection found. Takes over the store: closing the service closes it. */
    public static RingService open(Installation installation, Store store, Detection detection, Progress progress) {
        KeySets keys = installation.keysFor(store);
        IdentityGraph graph =
                SnapshotReader.read(store, installation.types(), progress).graph();
        return new RingService(
                store,
                installation.intake(keys),
                new GraphWriter(store, keys.version()),
                Clock.systemUTC(),
                Knowledge.of(graph, detection));
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
        synchronized (growing) {
            boolean known = writer.knows(application.account().accountId());
            writer.application(application);
            writer.flush();
            arrived.add(application);
            return new ReceivedApplication(application.account().accountId(), !known, left);
        }
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
        try (store) {
            writer.close();
        }
    }
}

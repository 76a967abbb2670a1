package io.ringsight.api.service;

import io.ringsight.detect.Detection;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.detect.neo4j.EpochReader;
import io.ringsight.ingest.neo4j.StoreSnapshot;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayList;
import java.util.List;

/**
 * A published detection as it is served, with all that came in since. Checks are answered from what it is at the moment; for investigators all
 * of it is put together anew, at once where that is quick, else now and then, so that at most a tenth of a thread is spent on it. Thread-safe.
 */
final class ServedEpoch {
    /** Sightings of a snapshot up to which putting all together is quick. */
    private static final int FEW = 250_000;

    private static final int PAUSE = 10; // times what it took

    private final long number;
    private final String modelVersion;
    private final long snapshotSequence;
    private final Past past;
    private final LiveDetection live;
    private final ServedModel model;
    private final Object arriving = new Object();
    private final Object building = new Object(); // taken before arriving
    private final List<TokenisedApplication> arrived =
            new ArrayList<>(); // since knowledge was put together; guarded by arriving
    private volatile Knowledge knowledge;
    private volatile long known; // changes that knowledge knows of
    private volatile long tookNanos;
    private volatile long builtNanos = System.nanoTime();
    private volatile boolean underway;

    private ServedEpoch(long number, StoreSnapshot snapshot, Detection detection, Past past, ServedModel model) {
        this.number = number;
        this.model = model;
        modelVersion = detection.facts().modelVersion();
        this.snapshotSequence = snapshot.sequence();
        this.past = past;
        live = EpochReader.live(snapshot, detection, past.history());
        live.ask(model.network());
        long start = System.nanoTime();
        knowledge = Knowledge.of(snapshot.graph(), detection, past);
        tookNanos = System.nanoTime() - start;
    }

    /**
     * @param number of the detection
     * @param snapshot that it was found in
     * @param model that judged it
     */
    static ServedEpoch of(long number, StoreSnapshot snapshot, Detection detection, Past past, ServedModel model) {
        return new ServedEpoch(number, snapshot, detection, past, model);
    }

    long number() {
        return number;
    }

    /** What judged the detection. */
    String modelVersion() {
        return modelVersion;
    }

    /** Whether all is here that judged it. */
    boolean isModelWhole() {
        return model.whole();
    }

    /** The newest log sequence number that was taken in. */
    long sequence() {
        return live.sequence();
    }

    /** When the detection was published, milliseconds since 1970 UTC. */
    long publishedAt() {
        return past.publishedAt();
    }

    boolean knows(String accountId) {
        return live.knows(accountId);
    }

    LiveDetection.Answer check(TokenisedApplication application) {
        return live.check(application);
    }

    ServedState state(LiveDetection.Answer answer) {
        return new ServedState(number, snapshotSequence, answer.sequence(), answer.dispositions(), model.id());
    }

    /**
     * Takes in an account; nothing happens where it says nothing new.
     *
     * @param sequence its log sequence number
     */
    void add(TokenisedApplication application, long sequence, long at) {
        synchronized (arriving) {
            if (live.add(application, sequence, at)) {
                arrived.add(application);
            }
        }
    }

    void follow(Judgements judgements, long last, long at) {
        live.follow(judgements, last, at);
    }

    /** What is known now; where it takes long to put together, of a while ago. */
    Knowledge knowledge() {
        if (live.count() != known) {
            if (knowledge.graph().sightingCount() <= FEW) {
                build();
            } else if (!underway && System.nanoTime() - builtNanos > PAUSE * tookNanos) {
                underway = true;
                Thread.ofPlatform().daemon().name("ringsight-knowledge").start(this::build);
            }
        }
        return knowledge;
    }

    private void build() {
        synchronized (building) {
            try {
                if (live.count() == known) {
                    return;
                }
                long start = System.nanoTime();
                List<TokenisedApplication> more;
                LiveDetection.Changes changes;
                synchronized (arriving) {
                    changes = live.changes();
                    more = List.copyOf(arrived);
                }
                knowledge = Knowledge.of(
                        Growth.of(knowledge.graph(), more), changes.rings().detection(), past.with(changes.lineage()));
                known = changes.count();
                synchronized (arriving) {
                    arrived.subList(0, more.size()).clear();
                }
                tookNanos = System.nanoTime() - start;
                builtNanos = System.nanoTime();
            } finally {
                underway = false;
            }
        }
    }
}

package io.ringsight.api.service;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.detect.Detection;
import io.ringsight.detect.ModelVersion;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.detect.neo4j.DetectionStore;
import io.ringsight.detect.neo4j.EpochReader;
import io.ringsight.detect.neo4j.LineageStore;
import io.ringsight.detect.neo4j.LineageStore.Epoch;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.neo4j.ArrivalReader;
import io.ringsight.ingest.neo4j.GraphWriter;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreMeta;
import io.ringsight.ingest.neo4j.StoreSnapshot;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.tokenise.RequestHashes;
import io.ringsight.ingest.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service: knowledge that grows with every application that comes in, here at once and elsewhere within {@link #LOOK}; rings
 * follow, within the epoch of the detection that was published last. Thread-safe.
 */
public final class RingService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RingService.class);
    /** How often it is looked at what other processes did. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Store store;
    private final IdentifierTypes types;
    private final Intake intake;
    private final Intake asking; // of whom nothing is kept
    private final GraphWriter writer;
    private final Clock clock = Clock.systemUTC();
    private final Object receiving = new Object();
    private final Object following = new Object();
    private final Investigation investigation;
    private final ModelRegistry models;
    private final StoreWatch watch;
    private volatile ServedEpoch epoch;
    private volatile ArrivalLog arrivals;
    private volatile @Nullable Judgements followed;
    private final Idempotency idempotency;
    private volatile boolean modelPresent;
    private volatile boolean closed;
    private final AtomicBoolean refreshing = new AtomicBoolean();

    private RingService(Installation installation, Store store, Detection detection, Progress progress) {
        this.store = store;
        types = installation.types();
        KeySets keys = installation.keysFor(store);
        intake = installation.intake(keys);
        asking = new Intake(types, keys, Vault.off());
        idempotency = new Idempotency(store, RequestHashes.of(keys), clock);
        writer = new GraphWriter(store, keys.version());
        models = installation.models();
        epoch = read(detection, DetectionStore.currentNumber(store).orElse(0L), progress);
        arrivals = new ArrivalLog(store, clock, epoch.sequence());
        investigation = Investigation.open(store, clock, this::knowledge);
        heed();
        arrivals.read(this::arrived);
        watch = new StoreWatch(System::nanoTime);
        modelPresent = judgedByChampion();
    }

    /** Serves what the store holds and that detection found. Takes over the store: closing the service closes it. */
    public static RingService open(Installation installation, Store store, Detection detection, Progress progress) {
        return new RingService(installation, store, detection, progress);
    }

    /** From now on what other processes do is served soon after: applications, dispositions, another detection. */
    public void keepFresh() {
        Thread.ofVirtual().name("ringsight-fresh").start(() -> {
            while (!closed) {
                try {
                    Thread.sleep(LOOK);
                    follow();
                    if (isAnotherPublished() && refreshing.compareAndSet(false, true)) {
                        Thread.ofPlatform().daemon().name("ringsight-refresh").start(this::refreshOnce);
                    }
                } catch (RuntimeException e) {
                    LOG.warn("What is served stays as it is.", e);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** Takes over what other processes did since it last looked, another detection too. */
    public void look() {
        refresh();
        follow();
    }

    /** The log and the judgements: what is quick. */
    private void follow() {
        if (!closed) {
            hear();
            heed();
            arrivals.read(this::arrived);
            watch.caughtUp();
        }
    }

    /** Beside the log, which goes on being followed: reading a detection takes as long as the store is large. */
    private void refreshOnce() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("The detection that was published is not served.", e);
        } finally {
            refreshing.set(false);
        }
    }

    private boolean isAnotherPublished() {
        return !closed && DetectionStore.currentNumber(store).orElse(0L) != epoch.number();
    }

    /** Asks the store for what investigators decided elsewhere. */
    private void hear() {
        modelPresent = judgedByChampion();
        watch.asks();
        try {
            investigation.log();
            watch.answered();
        } catch (RuntimeException e) {
            watch.failed();
            throw e;
        }
    }

    /** Whether the model that was promoted, if any was, judged what is served. */
    private boolean judgedByChampion() {
        try {
            Optional<String> judge = ModelVersion.registered(epoch.modelVersion());
            return epoch.isModelWhole()
                    && models.champion()
                            .map(id -> judge.filter(id::equals).isPresent())
                            .orElse(true);
        } catch (RingsightException e) {
            LOG.warn("Which model should judge cannot be read.", e);
            return false;
        }
    }

    /** How well this service is: checks are answered from what it has, whatever that is. */
    public ServedHealth health() {
        return new ServedHealth(watch.indexAgeMillis(), watch.storeAnswers(), modelPresent);
    }

    /** Reads the detection published last, unless it is served already, with all that came since. Nobody waits for it. */
    void refresh() {
        long number = DetectionStore.currentNumber(store).orElse(0L);
        if (closed || number == epoch.number()) {
            return;
        }
        Optional<Detection> detection = DetectionStore.read(store);
        if (detection.isEmpty()) {
            return;
        }
        ServedEpoch next = read(detection.get(), number, Progress.silent());
        if (DetectionStore.currentNumber(store).orElse(0L) != number) {
            return; // another was published meanwhile, and what was read may be in pieces
        }
        Investigation.Heeded before = investigation.heeded(clock.millis());
        next.follow(before.judgements(), before.last(), clock.millis());
        var log = new ArrivalLog(store, clock, next.sequence());
        log.read(arrival -> take(next, arrival));
        synchronized (following) {
            synchronized (receiving) { // what was received until here is in the log
                log.read(arrival -> take(next, arrival));
                Investigation.Heeded heeded = investigation.heeded(clock.millis());
                next.follow(heeded.judgements(), heeded.last(), clock.millis());
                epoch = next;
                arrivals = log;
                followed = heeded.judgements();
            }
        }
    }

    private ServedEpoch read(Detection detection, long number, Progress progress) {
        StoreSnapshot snapshot = snapshot(number, progress);
        ServedModel model = ServedModel.of(models, detection, snapshot.graph(), progress);
        var next = ServedEpoch.of(number, snapshot, detection, Past.read(store, number, clock.millis()), model);
        Thread.ofVirtual().start(next.knowledge().explanations()::prepare);
        return next;
    }

    /** The snapshot that the detection was found in; all there is where too much came since. */
    private StoreSnapshot snapshot(long number, Progress progress) {
        long last = StoreMeta.read(store).nextSequence() - 1;
        OptionalLong found = LineageStore.lastEpoch(store)
                .filter(epoch -> epoch.number() == number)
                .map(Epoch::sequence)
                .orElse(OptionalLong.empty());
        int since = found.isPresent() ? ArrivalReader.sequences(store, found.getAsLong(), last).length : 0;
        if (since > EpochReader.MOST_ARRIVALS) {
            LOG.warn("{} accounts came since the last detection and are in no ring. Maybe run detect.", since);
        }
        return SnapshotReader.upTo(
                store, types, since > EpochReader.MOST_ARRIVALS ? last : found.orElse(last), progress);
    }

    private void arrived(ArrivalReader.Arrival arrival) {
        take(epoch, arrival);
    }

    private void take(ServedEpoch of, ArrivalReader.Arrival arrival) {
        long learned = arrival.application().account().recordedAt();
        of.add(arrival.application(), arrival.newest(), Math.max(of.publishedAt(), Math.min(learned, clock.millis())));
    }

    /** Lets rings follow what investigators decided. */
    private void heed() {
        if (investigation.heeded(clock.millis()).judgements() != followed) {
            synchronized (following) {
                long now = clock.millis();
                Investigation.Heeded heeded = investigation.heeded(now); // of now: another may have come first
                epoch.follow(heeded.judgements(), heeded.last(), now);
                followed = heeded.judgements();
            }
        }
    }

    /** What is known now, with everything that has arrived; in a large store as of a while ago. */
    public Knowledge knowledge() {
        heed();
        return epoch.knowledge();
    }

    /** A question about an applicant: nothing is written. */
    public CheckedApplication check(byte[] json) {
        List<Rejection> left = new ArrayList<>();
        long now = clock.millis();
        TokenisedApplication application = asking.tokenise(json, OptionalLong.of(now), left::add);
        heed();
        ServedEpoch of = epoch;
        LiveDetection.Answer answer = of.check(application);
        return new CheckedApplication(application, now, of.state(answer), health(), answer.result(), left);
    }

    /** Takes in one application; the same one again changes nothing. */
    public ReceivedApplication receive(byte[] json) {
        List<Rejection> left = new ArrayList<>();
        TokenisedApplication application = intake.tokenise(json, now(), left::add);
        synchronized (receiving) {
            boolean known = epoch.knows(application.account().accountId());
            writer.application(application);
            writer.flush();
            epoch.add(application, writer.lastSequence(), clock.millis());
            return new ReceivedApplication(application.account().accountId(), !known, left);
        }
    }

    /**
     * Takes in what a known account presented later; the same again changes nothing. It is in the store when this answers, and the next
     * check knows of it.
     *
     * @throws RingsightException NOT_FOUND when there is no such account
     */
    public ReceivedSightings receiveSightings(byte[] json) {
        List<Rejection> left = new ArrayList<>();
        Intake.TokenisedSightings late = intake.sightings(json, clock.millis(), left::add);
        synchronized (receiving) {
            GraphWriter.Appended appended = writer.append(late.accountId(), late.sightings())
                    .orElseThrow(() -> new RingsightException(
                            ErrorCode.NOT_FOUND,
                            "There is no account '" + late.accountId() + "'.",
                            "Maybe send its application to /v1/applications first."));
            if (appended.created() > 0) { // with all that it used before: what is new is weighed with the rest
                ArrivalReader.read(store, new long[] {appended.sequence()}, appended.sequence(), this::arrived);
            }
            return new ReceivedSightings(late.accountId(), appended.created(), left);
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

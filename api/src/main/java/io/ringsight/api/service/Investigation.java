package io.ringsight.api.service;

import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.DispositionLog;
import io.ringsight.detect.disposition.DispositionRequest;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.disposition.RingStatus;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.neo4j.DispositionStore;
import io.ringsight.detect.neo4j.LineageStore;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What investigators decided, and what rings were before: dispositions as they come in, lineage as detections published it. Thread-safe.
 */
public final class Investigation {
    /** How far back a change of a ring is told beside it. */
    public static final Duration RECENT = Duration.ofDays(1);

    private static final int TRIES = 8;

    private final Store store;
    private final Clock clock;
    private final Supplier<Knowledge> knowledge;
    private volatile DispositionLog log;
    private volatile Heard heard = new Heard(DispositionLog.empty(), Judgements.none(), 0);

    private Investigation(Store store, Clock clock, Supplier<Knowledge> knowledge) {
        this.store = store;
        this.clock = clock;
        this.knowledge = knowledge;
        log = DispositionStore.read(store);
    }

    static Investigation open(Store store, Clock clock, Supplier<Knowledge> knowledge) {
        return new Investigation(store, clock, knowledge);
    }

    /**
     * Takes a disposition, or refuses it with a reason; the same again is the same.
     *
     * @throws RingsightException see {@link DispositionLog#decide}
     */
    public synchronized DispositionLog.Answer take(DispositionRequest request) {
        var known = new Known();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            DispositionLog before = DispositionStore.readAfter(store, log);
            DispositionLog.Answer answer = before.decide(request, known, clock.millis());
            if (!answer.isNew() || DispositionStore.append(store, answer.disposition())) {
                log = answer.isNew() ? before.with(answer.disposition()) : before;
                return answer;
            }
        }
        throw new RingsightException(
                ErrorCode.STORE_UNAVAILABLE, "Too many dispositions come in at once.", "Maybe try again.");
    }

    /** All dispositions, those of other processes too. */
    public synchronized DispositionLog log() {
        DispositionLog all = DispositionStore.readAfter(store, log);
        log = all;
        return all;
    }

    /** What stands of what this process has heard of; it listens every few seconds. */
    public Judgements judgements() {
        return heeded(clock.millis()).judgements();
    }

    /**
     * Judgements that stand.
     *
     * @param last number of the last disposition that was heard of; 0 for none
     */
    record Heeded(Judgements judgements, long last) {}

    /** @param now milliseconds since 1970 UTC */
    Heeded heeded(long now) {
        Heard of = heard;
        if (of.log != log || now >= of.until) {
            of = new Heard(log, Judgements.at(log.dispositions(), now), log.nextExpiry(now));
            heard = of;
        }
        return new Heeded(of.judgements, of.log.last());
    }

    /** Judgements of a log, which stand as they are until the next one expires. */
    private record Heard(DispositionLog log, Judgements judgements, long until) {}

    /** Where the investigation of a ring stands by these judgements. */
    public RingStatus status(Ring ring, Knowledge of, Judgements judgements) {
        Optional<Disposition> judgement = judgements.ofRing(ring.ringId());
        return judgement.isEmpty()
                ? RingStatus.OPEN
                : RingStatus.of(
                        subject(ring, of), judgement, fraudAfter(judgement.get().at(), of, judgements));
    }

    private static Set<String> fraudAfter(long moment, Knowledge of, Judgements judgements) {
        Set<String> accounts = new HashSet<>();
        for (List<AccountLabel> labels : List.of(of.past().fraud(), judgements.labels())) {
            labels.stream()
                    .filter(label -> label.verdict() == Verdict.FRAUD && label.labelledAt() > moment)
                    .forEach(label -> accounts.add(label.accountId()));
        }
        return accounts;
    }

    /** What became of a ring within the last day. */
    public List<LineageEvent> changes(String ringId, Knowledge of) {
        return of.past().changes(ringId, clock.millis() - RECENT.toMillis());
    }

    /** What a ring was and became; it may be no more. */
    public record Lineage(List<RingVersion> versions, List<LineageEvent> events) {}

    /** @throws RingsightException NOT_FOUND when there never was such a ring */
    public Lineage lineage(String ringId) {
        Knowledge of = knowledge.get();
        List<RingVersion> versions = new ArrayList<>(LineageStore.versions(store, ringId));
        List<LineageEvent> events = events(ringId, of);
        of.detection().ring(ringId).ifPresent(ring -> {
            int now = of.version(ringId);
            if (versions.isEmpty()
                    || versions.getLast().version() < now) { // since the detection, or older than lineage
                long since = events.isEmpty() ? 0 : events.getLast().at();
                versions.add(new RingVersion(ringId, now, since, ring.members()));
            }
        });
        if (versions.isEmpty() && events.isEmpty()) {
            throw new RingsightException(
                    ErrorCode.NOT_FOUND, "There never was a ring '" + ringId + "'.", "Maybe it is misspelt.");
        }
        return new Lineage(versions, events);
    }

    /** What became of a ring, in order, since the detection too. */
    private List<LineageEvent> events(String ringId, Knowledge of) {
        List<LineageEvent> events = new ArrayList<>(LineageStore.events(store, ringId));
        of.past().changes(ringId, Long.MIN_VALUE).stream()
                .filter(event -> !events.contains(event))
                .forEach(events::add);
        return events;
    }

    private static Subject.Ring subject(Ring ring, Knowledge of) {
        List<Link> links = of.links(ring.ringId());
        int conflicts = (int) links.stream().filter(Link::hasConflict).count();
        return new Subject.Ring(ring.ringId(), of.version(ring.ringId()), ring.members(), conflicts);
    }

    /** What a disposition may be about: the accounts and rings of now; of a ring that is no more, what it went into. */
    private final class Known implements DispositionLog.Known {
        @Override
        public boolean account(String accountId) {
            return knowledge.get().graph().findAccount(accountId) >= 0;
        }

        @Override
        public Optional<Subject.Ring> ring(String ringId) {
            Knowledge of = knowledge.get();
            String id = ringId;
            Set<String> seen = new HashSet<>();
            while (seen.add(id)) {
                Optional<Ring> ring = of.detection().ring(id);
                if (ring.isPresent()) {
                    return ring.map(found -> subject(found, of));
                }
                List<LineageEvent> events = events(id, of);
                if (events.isEmpty() || events.getLast().kind() != LineageEvent.Kind.MERGED) {
                    return Optional.empty();
                }
                List<String> into = events.getLast().others();
                if (into.size() > 1) {
                    throw new RingsightException(
                            ErrorCode.CONFLICT,
                            "Ring " + id + " is no more; its accounts went to " + String.join(", ", into) + ".",
                            "Maybe judge one of these.");
                }
                id = into.getFirst();
            }
            return Optional.empty();
        }
    }
}

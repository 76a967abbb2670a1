package io.ringsight.detect.incremental;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.check.Assessment;
import io.ringsight.detect.check.Check;
import io.ringsight.detect.check.CheckResult;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.lineage.Cause;
import io.ringsight.detect.lineage.Causes;
import io.ringsight.detect.lineage.Interim;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.membership.MembershipIndex;
import io.ringsight.detect.membership.RingChanges;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.detect.risk.RiskModel;
import io.ringsight.detect.risk.Risks;
import io.ringsight.detect.risk.network.ApplicantNetwork;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A detection that follows accounts as they come in, within its epoch: what a check says of an applicant is what becomes of it when it is
 * taken in. It is linked as it would be then, the rings that its links touch are found anew, and nothing else is looked at. m and u
 * probabilities, how common names are, pace and calibration stay those of the detection; a new detection is a new epoch. Thread-safe:
 * questions see an account with all that follows from it, or not at all.
 */
public final class LiveDetection {
    /** How long a question waits for what is being taken in. */
    public static final Duration PATIENCE = Duration.ofMillis(500);

    private final GrowingGraph graph;
    private final CurrentRings rings;
    private final LiveRings live;
    private Check check; // under what investigators decided
    private final RiskModel risks;
    private final DetectionParameters parameters;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, List<RingVersion>> versions = new LinkedHashMap<>(); // of rings that changed
    private final List<LineageEvent> events = new ArrayList<>();
    private final Map<Subject.Pair, Long> cuts = new HashMap<>(); // that are followed, to the number of the disposition
    private final Map<Subject.Pair, Long> bonds = new HashMap<>();
    private long changes;
    private long sequence;
    private long dispositions;

    private LiveDetection(
            IdentityGraph snapshot,
            long sequence,
            Detection detection,
            RingHistory history,
            DetectionParameters parameters) {
        this.sequence = sequence;
        this.parameters = parameters;
        graph = GrowingGraph.of(snapshot, MembershipIndex.of(snapshot));
        rings = CurrentRings.of(graph, detection);
        live = LiveRings.of(parameters.ringFloor(), parameters.leiden(), parameters.seed(), history, detection.links());
        live.bonds().forEach(pair -> bonds.put(pair, 0L));
        check = new Check(graph, rings, parameters);
        risks = new RiskModel(parameters.risk(), parameters.prior());
    }

    /**
     * @param snapshot accounts that the detection does not know are in no ring
     * @param sequence the newest log sequence number that the snapshot can hold
     * @param history whose standing rings are those of the detection
     * @param parameters of the detection
     */
    public static LiveDetection of(
            IdentityGraph snapshot,
            long sequence,
            Detection detection,
            RingHistory history,
            DetectionParameters parameters) {
        return new LiveDetection(snapshot, sequence, detection, history, parameters);
    }

    /**
     * An answer.
     *
     * @param sequence the newest log sequence number that it knows of
     * @param dispositions number of the last disposition that it heeds; 0 for none
     */
    public record Answer(CheckResult result, long sequence, long dispositions) {}

    /**
     * Answers about an applicant. It waits for an account that is being taken in, but not for long: who asks is waited for too.
     *
     * @throws RingsightException OVERLOADED when it would be more than {@link #PATIENCE}
     */
    public Answer check(TokenisedApplication application) {
        try {
            if (!lock.readLock().tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RingsightException(
                        ErrorCode.OVERLOADED, "Rings are being found anew, which takes long.", "Maybe send it again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RingsightException(ErrorCode.CANCELLED, "Cancelled.", "", e);
        }
        try {
            return new Answer(check.decide(application), sequence, dispositions);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Takes in an account, or what is new about one that is there.
     *
     * @param logged its log sequence number
     * @param at when, milliseconds since 1970 UTC
     * @return false where nothing is new
     */
    public boolean add(TokenisedApplication application, long logged, long at) {
        lock.writeLock().lock();
        try {
            sequence = Math.max(sequence, logged);
            if (graph.holds(application)) {
                return false;
            }
            String account = application.account().accountId();
            boolean isNew = graph.findAccount(account) < 0;
            Assessment assessment = check.assess(application);
            graph.add(application);
            assessment.links().forEach(rings::put);
            List<LinkChange> changed = assessment.evidenced().entrySet().stream()
                    .map(tie -> new LinkChange(account, tie.getKey(), tie.getValue()))
                    .toList();
            List<String> alone = assessment.linked().stream()
                    .filter(other -> rings.ringOf(graph.findAccount(other)) == null)
                    .toList();
            var cause = new Cause(isNew ? Cause.Kind.ACCOUNT : Cause.Kind.SIGHTING, account, at);
            Succession succession = live.change(changed, Causes.of(Map.of(), cause), at);
            follow(succession, Optional.of(new Newcomer(account, assessment, alone)));
            changes++;
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** From now on applicants are judged by that network too; by none where empty. Who asked the one before is answered first. */
    public void ask(Optional<ApplicantNetwork> network) {
        lock.writeLock().lock();
        try {
            check = check.asking(network);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Follows what investigators decided of pairs: from now on these are cut, those are bonded, and no others. Rings that it touches keep the
     * risk of what they were until the next detection.
     *
     * @param last number of the last disposition that is heeded; 0 for none
     * @param at when, milliseconds since 1970 UTC
     */
    public void follow(Judgements judgements, long last, long at) {
        lock.writeLock().lock();
        try {
            check = check.under(judgements);
            dispositions = last;
            follow(Disposition.Kind.CUT, judgements, cuts, at);
            follow(Disposition.Kind.BOND, judgements, bonds, at);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void follow(Disposition.Kind kind, Judgements judgements, Map<Subject.Pair, Long> followed, long at) {
        Map<Subject.Pair, Long> standing = new LinkedHashMap<>();
        for (Disposition disposition : judgements.standing()) {
            if (disposition.kind() == kind && disposition.subject() instanceof Subject.Pair pair) {
                standing.put(pair, disposition.number());
            }
        }
        for (var over : List.copyOf(followed.entrySet())) {
            if (!standing.containsKey(over.getKey())) {
                follow(kind, over.getKey(), true, over.getValue(), at);
                followed.remove(over.getKey());
            }
        }
        standing.forEach((pair, number) -> {
            if (followed.putIfAbsent(pair, number) == null) {
                follow(kind, pair, false, number, at);
            }
        });
    }

    private void follow(Disposition.Kind kind, Subject.Pair pair, boolean undo, long number, long at) {
        Causes causes = Causes.of(Map.of(), new Cause(Cause.Kind.DISPOSITION, Long.toString(number), at));
        Succession succession =
                kind == Disposition.Kind.CUT ? live.cut(pair, undo, causes, at) : live.bond(pair, undo, causes, at);
        follow(succession, Optional.empty());
        changes++;
    }

    private void follow(Succession succession, Optional<Newcomer> newcomer) {
        Map<String, Ring> before = new HashMap<>(); // those that change
        for (RingVersion version : succession.versions()) {
            rings.ring(version.ringId()).ifPresent(ring -> before.put(ring.ringId(), ring));
            if (version.ended()) {
                rings.end(version.ringId());
            }
        }
        Map<String, List<Ring>> takenUp = takenUp(succession.events(), before);
        for (RingVersion version : succession.versions()) {
            if (!version.ended()) {
                Risks.Risk risk = risk(version, newcomer, before, takenUp.getOrDefault(version.ringId(), List.of()));
                rings.put(ring(version, risk, Optional.ofNullable(before.get(version.ringId()))));
            }
        }
        succession.versions().forEach(this::keep);
        events.addAll(succession.events());
        newcomer.ifPresent(this::members);
    }

    /** By ring, those that it took up or broke off from. */
    private static Map<String, List<Ring>> takenUp(List<LineageEvent> happened, Map<String, Ring> before) {
        Map<String, List<Ring>> rings = new HashMap<>();
        for (LineageEvent event : happened) {
            if (event.kind() == LineageEvent.Kind.MERGED || event.kind() == LineageEvent.Kind.BORN) {
                event.others().stream()
                        .map(before::get)
                        .filter(Objects::nonNull)
                        .forEach(ring -> rings.computeIfAbsent(event.ringId(), _ -> new ArrayList<>())
                                .add(ring));
            }
        }
        return rings;
    }

    /** Of a ring that grows and grows only how it began and what it is. */
    private void keep(RingVersion version) {
        List<RingVersion> kept = versions.computeIfAbsent(version.ringId(), _ -> new ArrayList<>());
        if (kept.size() > 1 && !kept.getLast().ended()) {
            kept.removeLast();
        }
        kept.add(version);
    }

    /** What is thought of the newcomer, and of those that were in no ring before it came. */
    private void members(Newcomer newcomer) {
        for (String other : newcomer.alone()) {
            Ring ring = rings.ringOf(graph.findAccount(other));
            if (ring != null) {
                rings.put(member(other, ring, newcomer.assessment()));
            }
        }
        rings.put(new AccountRisk(
                newcomer.accountId(),
                live.ringOf(newcomer.accountId()).map(RingVersion::ringId).orElse(null),
                newcomer.assessment().account().probability(),
                newcomer.assessment().account().reasons()));
    }

    /** @param alone accounts that it is linked to and that were in no ring */
    private record Newcomer(String accountId, Assessment assessment, List<String> alone) {}

    private Ring ring(RingVersion version, Risks.Risk risk, Optional<Ring> was) {
        Set<String> before =
                was.map(Ring::members).<Set<String>>map(HashSet::new).orElse(Set.of());
        List<String> joined = version.members().stream()
                .filter(member -> !before.contains(member))
                .toList();
        boolean onlyGrew = version.members().size() - joined.size() == before.size();
        long first = onlyGrew ? was.map(Ring::firstSeen).orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
        long last = onlyGrew ? was.map(Ring::lastSeen).orElse(Long.MIN_VALUE) : Long.MIN_VALUE;
        for (String member : onlyGrew ? joined : version.members()) {
            long[] times = graph.times(graph.findAccount(member));
            first = Math.min(first, times[0]);
            last = Math.max(last, times[1]);
        }
        return new Ring(
                version.ringId(), version.members(), risk.probability(), first, last, risk.reasons(), Double.NaN);
    }

    /** As assessed where the newcomer is in it, else as it was or as what it broke off from was; with the rings that it took up. */
    private Risks.Risk risk(
            RingVersion version, Optional<Newcomer> newcomer, Map<String, Ring> before, List<Ring> takenUp) {
        List<Ring> from = new ArrayList<>();
        Optional.ofNullable(before.get(version.ringId())).ifPresent(from::add);
        from.addAll(takenUp);
        Optional<Assessment> assessed = newcomer.filter(came -> holds(version.members(), came.accountId()))
                .map(Newcomer::assessment);
        Risks.Risk risk;
        if (assessed.isPresent()) {
            risk = assessed.get().ring();
            Optional<String> counted = assessed.get().joined();
            from.removeIf(ring -> counted.filter(ring.ringId()::equals).isPresent());
        } else if (from.isEmpty()) {
            risk = risk(List.of());
        } else {
            Ring was = from.removeFirst();
            risk = new Risks.Risk(was.risk(), was.reasons());
        }
        for (Ring taken : from) {
            if (taken.members().stream().anyMatch(member -> holds(version.members(), member))) {
                risk = risk(risks.joined(RiskModel.uncalibrated(risk.reasons()), taken.risk(), List.of()));
            }
        }
        return risk;
    }

    private AccountRisk member(String accountId, Ring ring, Assessment assessment) {
        double belonging = assessment.links().stream()
                .filter(link ->
                        link.accountA().equals(accountId) || link.accountB().equals(accountId))
                .mapToDouble(Link::probability)
                .max()
                .orElse(parameters.ringFloor());
        Risks.Risk risk = risk(risks.weakened(RiskModel.uncalibrated(ring.reasons()), belonging));
        return new AccountRisk(accountId, ring.ringId(), risk.probability(), risk.reasons());
    }

    private Risks.Risk risk(List<Reason> reasons) {
        return risks.risk(
                reasons,
                rings.facts().learned() ? Calibration.NONE : rings.facts().calibration());
    }

    private static boolean holds(List<String> members, String account) {
        return Collections.binarySearch(members, account, CodePointOrder.INSTANCE) >= 0;
    }

    /**
     * What has changed since the detection.
     *
     * @param count of what came in
     * @param lineage what became of rings
     */
    public record Changes(long count, RingChanges rings, Interim lineage) {}

    public Changes changes() {
        return read(() -> new Changes(
                changes,
                rings.changes(),
                new Interim(versions.values().stream().flatMap(List::stream).toList(), events)));
    }

    /** What rings are found from. */
    LiveRings live() {
        return live;
    }

    /** Held by who changes something. */
    Lock changing() {
        return lock.writeLock();
    }

    /** Whether there is an account of that id. */
    public boolean knows(String accountId) {
        return read(() -> graph.findAccount(accountId) >= 0);
    }

    /** Accounts that are known. */
    public int accountCount() {
        return read(graph::accountCount);
    }

    /** Counts what came in. */
    public long count() {
        return read(() -> changes);
    }

    /** The newest log sequence number that was taken in. */
    public long sequence() {
        return read(() -> sequence);
    }

    private <T> T read(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}

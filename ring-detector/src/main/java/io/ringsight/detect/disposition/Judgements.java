package io.ringsight.detect.disposition;

import io.ringsight.detect.disposition.Disposition.Kind;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dispositions that stand at a moment: neither undone, nor expired, nor replaced by a later one on the same subject. Immutable. */
public final class Judgements {
    private final List<Disposition> standing;
    private final Map<String, Disposition> rings = new HashMap<>();

    private Judgements(List<Disposition> standing) {
        this.standing = List.copyOf(standing);
        for (Disposition disposition : standing) {
            if (disposition.subject() instanceof Subject.Ring ring) {
                rings.put(ring.ringId(), disposition);
            }
        }
    }

    public static Judgements none() {
        return new Judgements(List.of());
    }

    /**
     * @param log by number
     * @param moment milliseconds since 1970 UTC; later dispositions are left out
     */
    public static Judgements at(Collection<Disposition> log, long moment) {
        Set<Long> undone = new HashSet<>();
        for (Disposition disposition : log) {
            if (disposition.kind() == Kind.UNDO && disposition.at() <= moment) {
                undone.add(disposition.undoes().orElseThrow());
            }
        }
        Map<Object, Disposition> last = new LinkedHashMap<>();
        for (Disposition disposition : log) {
            if (disposition.kind() != Kind.UNDO
                    && disposition.at() <= moment
                    && !disposition.expiredBy(moment)
                    && !undone.contains(disposition.number())) {
                Object subject =
                        disposition.subject() instanceof Subject.Ring ring ? ring.ringId() : disposition.subject();
                last.remove(subject);
                last.put(subject, disposition);
            }
        }
        return new Judgements(new ArrayList<>(last.values()));
    }

    /** By number. */
    public List<Disposition> standing() {
        return standing;
    }

    public List<Subject.Pair> cuts() {
        return pairs(Kind.CUT);
    }

    public List<Subject.Pair> bonds() {
        return pairs(Kind.BOND);
    }

    private List<Subject.Pair> pairs(Kind kind) {
        return standing.stream()
                .filter(disposition -> disposition.kind() == kind)
                .map(disposition -> (Subject.Pair) disposition.subject())
                .toList();
    }

    /** Judgements on accounts as labels, with their time. */
    public List<AccountLabel> labels() {
        return standing.stream()
                .filter(disposition -> disposition.subject() instanceof Subject.Account)
                .map(disposition ->
                        label(disposition, disposition.subject().accounts().getFirst()))
                .toList();
    }

    /**
     * What confirmed rings say of their members: for detection alone, never to measure by.
     *
     * @param labelled accounts of which more is known than that
     */
    public List<AccountLabel> weakLabels(Set<String> labelled) {
        return standing.stream()
                .filter(disposition ->
                        disposition.kind() == Kind.CONFIRM && disposition.subject() instanceof Subject.Ring)
                .flatMap(disposition -> disposition.subject().accounts().stream()
                        .filter(account -> !labelled.contains(account))
                        .map(account -> label(disposition, account)))
                .toList();
    }

    private static AccountLabel label(Disposition disposition, String account) {
        Verdict verdict = disposition.kind() == Kind.CONFIRM ? Verdict.FRAUD : Verdict.LEGIT;
        return new AccountLabel(account, verdict, disposition.at());
    }

    /** The confirmation or clearing of a ring that stands. */
    public Optional<Disposition> ofRing(String ringId) {
        return Optional.ofNullable(rings.get(ringId));
    }

    /** The disposition of that kind on that subject. */
    Optional<Disposition> find(Kind kind, Subject subject) {
        return standing.stream()
                .filter(disposition -> disposition.kind() == kind)
                .filter(disposition -> disposition.subject().sameAs(subject))
                .findFirst();
    }
}

package io.ringsight.detect.disposition;

import io.ringsight.detect.disposition.Disposition.Kind;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All dispositions, and the rules by which another is taken: it must be about something known, and contradict none that stands. A ring
 * that went into another is followed there. Immutable.
 *
 * @param dispositions by number
 */
public record DispositionLog(List<Disposition> dispositions) {
    private static final int LONGEST = 1_000; // characters of an id, a name or a reason

    public DispositionLog {
        dispositions = List.copyOf(dispositions);
    }

    public static DispositionLog empty() {
        return new DispositionLog(List.of());
    }

    /** What is known of accounts and rings. */
    public interface Known {
        boolean account(String accountId);

        /** The ring as it is, or the one that it went into; empty when there never was one of that id, or it is dissolved. */
        Optional<Subject.Ring> ring(String ringId);
    }

    /**
     * What becomes of a request.
     *
     * @param disposition that was taken, or that stood already
     * @param isNew whether it is to be appended
     */
    public record Answer(Disposition disposition, boolean isNew) {}

    public DispositionLog with(Disposition next) {
        var all = new ArrayList<>(dispositions);
        all.add(next);
        return new DispositionLog(all);
    }

    /** The next moment at which one of them expires; {@code Long.MAX_VALUE} when none does. */
    public long nextExpiry(long now) {
        return dispositions.stream()
                .flatMapToLong(disposition -> disposition.expires().stream())
                .filter(expires -> expires > now)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Number of the last one; 0 when there is none. */
    public long last() {
        return dispositions.isEmpty() ? 0 : dispositions.getLast().number();
    }

    /**
     * @param now milliseconds since 1970 UTC; never taken to be before the last disposition
     * @throws RingsightException NOT_FOUND for what is unknown, CONFLICT for what contradicts another, INVALID_REQUEST for the rest
     */
    public Answer decide(DispositionRequest request, Known known, long now) {
        for (String text : request.texts()) {
            if (text.length() > LONGEST) {
                throw invalid(
                        "A text of it has " + text.length() + " characters.",
                        "Maybe say it in " + LONGEST + " or fewer.");
            }
        }
        if (request.user().isBlank() || request.reason().isBlank()) {
            throw invalid("A disposition says who judges and why.", "Maybe add user and reason.");
        }
        long at = dispositions.isEmpty()
                ? now
                : Math.max(now, dispositions.getLast().at());
        if (request.expires().isPresent() && request.expires().getAsLong() <= at) {
            throw invalid(
                    "It would expire at "
                            + Instant.ofEpochMilli(request.expires().getAsLong()) + ", which is over.",
                    "Maybe leave expires out: then it stands until it is undone.");
        }
        if (request.kind() == Kind.UNDO) {
            return undo(request, at);
        }
        if (request.undoes().isPresent()) {
            throw invalid("Only undo names another disposition.", "Maybe send kind undo, or leave undoes out.");
        }
        var judgements = Judgements.at(dispositions, at);
        Subject subject = subject(request, known);
        // A ring that changed since may be judged again.
        Optional<Disposition> same = judgements.find(request.kind(), subject);
        if (same.isPresent()
                && same.get().expires().equals(request.expires())
                && same.get().subject().equals(subject)) {
            return new Answer(same.get(), false);
        }
        if (subject instanceof Subject.Pair pair) {
            refuseContradiction(request.kind(), pair, judgements);
        }
        return new Answer(
                new Disposition(
                        last() + 1,
                        request.kind(),
                        subject,
                        request.user(),
                        request.reason(),
                        at,
                        request.expires(),
                        OptionalLong.empty()),
                true);
    }

    private Answer undo(DispositionRequest request, long at) {
        long number = request.undoes()
                .orElseThrow(
                        () -> invalid("It does not say what to undo.", "Maybe add undoes, a disposition's number."));
        if (request.account().isPresent()
                || request.pair().isPresent()
                || request.ring().isPresent()) {
            throw invalid(
                    "What is undone says itself what it is about.",
                    "Maybe leave account_id, accounts and ring_id out.");
        }
        Disposition target = dispositions.stream()
                .filter(disposition -> disposition.number() == number)
                .findFirst()
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.NOT_FOUND,
                        "There is no disposition " + number + ".",
                        "Maybe GET /v1/dispositions, which lists them, helps."));
        if (target.kind() == Kind.UNDO) {
            throw new RingsightException(
                    ErrorCode.CONFLICT,
                    "Disposition " + number + " is an undo, which is not undone.",
                    "Maybe judge again what it undid.");
        }
        Optional<Disposition> undone = dispositions.stream()
                .filter(disposition ->
                        disposition.kind() == Kind.UNDO && disposition.undoes().equals(OptionalLong.of(number)))
                .findFirst();
        return undone.map(disposition -> new Answer(disposition, false))
                .orElseGet(() -> new Answer(
                        new Disposition(
                                last() + 1,
                                Kind.UNDO,
                                target.subject(),
                                request.user(),
                                request.reason(),
                                at,
                                OptionalLong.empty(),
                                OptionalLong.of(number)),
                        true));
    }

    private static Subject subject(DispositionRequest request, Known known) {
        int named = (request.account().isPresent() ? 1 : 0)
                + (request.pair().isPresent() ? 1 : 0)
                + (request.ring().isPresent() ? 1 : 0);
        boolean ofPairs = request.kind() == Kind.CUT || request.kind() == Kind.BOND;
        if (named != 1 || ofPairs != request.pair().isPresent()) {
            throw invalid(
                    "A " + word(request.kind()) + " is about "
                            + (ofPairs ? "two accounts." : "one account or one ring."),
                    ofPairs ? "Maybe send accounts, a list of two ids." : "Maybe send account_id, or ring_id.");
        }
        if (request.ring().isPresent()) {
            String ringId = request.ring().get();
            return known.ring(ringId)
                    .orElseThrow(() -> new RingsightException(
                            ErrorCode.NOT_FOUND,
                            "There is no ring '" + ringId + "', and none that it went into.",
                            "Maybe GET /v1/rings/" + ringId + "/lineage tells what became of it."));
        }
        Subject subject = request.account()
                .<Subject>map(Subject.Account::new)
                .orElseGet(() -> request.pair().orElseThrow());
        if (subject instanceof Subject.Pair(String one, String other) && one.equals(other)) {
            throw invalid("The two accounts are one, " + one + ".", "Maybe name another.");
        }
        for (String account : subject.accounts()) {
            if (!known.account(account)) {
                throw new RingsightException(
                        ErrorCode.NOT_FOUND, "There is no account '" + account + "'.", "Maybe it is misspelt.");
            }
        }
        return subject;
    }

    /** No pair is cut and in the same hands, be it through others. */
    private static void refuseContradiction(Kind kind, Subject.Pair pair, Judgements judgements) {
        List<Disposition> bonds = judgements.standing().stream()
                .filter(disposition -> disposition.kind() == Kind.BOND)
                .toList();
        if (kind == Kind.CUT) {
            List<Disposition> path = path(bonds, pair.accountA(), pair.accountB());
            if (!path.isEmpty()) {
                throw contradiction("They are in the same hands by ", path);
            }
            return;
        }
        for (Disposition cut : judgements.standing()) {
            if (cut.kind() == Kind.CUT && cut.subject() instanceof Subject.Pair(String one, String other)) {
                var together = new ArrayList<>(bonds);
                together.add(
                        new Disposition(0, Kind.BOND, pair, "", "", 0, OptionalLong.empty(), OptionalLong.empty()));
                List<Disposition> path = new ArrayList<>(path(together, one, other));
                if (!path.isEmpty()) {
                    path.removeIf(disposition -> disposition.number() == 0);
                    path.add(cut);
                    throw contradiction("It would put accounts in the same hands that are cut by ", path);
                }
            }
        }
    }

    private static RingsightException contradiction(String why, List<Disposition> path) {
        String who = String.join(
                ", ",
                path.stream()
                        .map(disposition -> word(disposition.kind()) + " " + disposition.number() + " of "
                                + disposition.user() + " on " + disposition.subject())
                        .toList());
        return new RingsightException(
                ErrorCode.CONFLICT,
                why + who + ".",
                "Maybe undo " + path.getLast().number() + " first.");
    }

    /** The fewest bonds that lead from one account to the other; none when they do not. */
    private static List<Disposition> path(List<Disposition> bonds, String from, String to) {
        Map<String, List<Disposition>> of = new HashMap<>();
        for (Disposition bond : bonds) {
            bond.subject()
                    .accounts()
                    .forEach(account ->
                            of.computeIfAbsent(account, _ -> new ArrayList<>()).add(bond));
        }
        Map<String, List<Disposition>> reached = new HashMap<>(Map.of(from, List.of()));
        var queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty() && !reached.containsKey(to)) {
            String account = queue.remove();
            for (Disposition bond : of.getOrDefault(account, List.of())) {
                for (String next : bond.subject().accounts()) {
                    if (!reached.containsKey(next)) {
                        var longer = new ArrayList<>(reached.getOrDefault(account, List.of()));
                        longer.add(bond);
                        reached.put(next, longer);
                        queue.add(next);
                    }
                }
            }
        }
        return reached.getOrDefault(to, List.of());
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static RingsightException invalid(String message, String hint) {
        return new RingsightException(ErrorCode.INVALID_REQUEST, message, hint);
    }
}

package io.ringsight.detect.disposition;

import io.ringsight.detect.disposition.Disposition.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Somebody who judges, in a world of accounts of one letter and two rings: R, whom S went into, and T, which is dissolved. */
final class Desk {
    private static final Map<String, String> NOW = Map.of("R", "R", "S", "R");

    DispositionLog log = DispositionLog.empty();
    long clock = 100;

    private static final DispositionLog.Known KNOWN = new DispositionLog.Known() {
        @Override
        public boolean account(String accountId) {
            return accountId.length() == 1;
        }

        @Override
        public Optional<Subject.Ring> ring(String ringId) {
            return Optional.ofNullable(NOW.get(ringId))
                    .map(id -> new Subject.Ring(id, 3, List.of("a", "b", "c", "d", "e"), 1));
        }
    };

    Disposition account(Kind kind, String account) {
        return ask(kind, Optional.of(account), Optional.empty(), Optional.empty(), OptionalLong.empty());
    }

    Disposition pair(Kind kind, String pair) {
        return ask(
                kind,
                Optional.empty(),
                Optional.of(Subject.Pair.of(pair.substring(0, 1), pair.substring(1))),
                Optional.empty(),
                OptionalLong.empty());
    }

    Disposition ring(Kind kind, String ring) {
        return ask(kind, Optional.empty(), Optional.empty(), Optional.of(ring), OptionalLong.empty());
    }

    Disposition undo(long number) {
        return take(new DispositionRequest(
                Kind.UNDO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "kim",
                "mistaken",
                OptionalLong.empty(),
                OptionalLong.of(number)));
    }

    Disposition ask(
            Kind kind,
            Optional<String> account,
            Optional<Subject.Pair> pair,
            Optional<String> ring,
            OptionalLong expires) {
        return take(new DispositionRequest(
                kind, account, pair, ring, "kim", "looked at it", expires, OptionalLong.empty()));
    }

    Disposition take(DispositionRequest request) {
        DispositionLog.Answer answer = log.decide(request, KNOWN, ++clock);
        if (answer.isNew()) {
            log = log.with(answer.disposition());
        }
        return answer.disposition();
    }

    Judgements now() {
        return Judgements.at(log.dispositions(), clock);
    }
}

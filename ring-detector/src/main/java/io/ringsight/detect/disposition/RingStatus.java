package io.ringsight.detect.disposition;

import io.ringsight.detect.disposition.Disposition.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;

/** Where an investigation of a ring stands. */
public enum RingStatus {
    /** Nobody judged it. */
    OPEN,
    /** It was found to be fraudulent. */
    CONFIRMED,
    /** It was found to be none to look at. */
    CLEARED,
    /** It was cleared, but is not what was cleared any more. */
    REOPENED;

    /** What it takes to reopen: this share of accounts more than there were. */
    static final double GROWTH = 0.2;

    /**
     * A clearing binds to the ring as it was: growth by a fifth, one more conflict, or a member found to be fraud later reopens it.
     *
     * @param now the ring as it is
     * @param judgement that stands on it
     * @param fraud accounts labelled fraud after that
     */
    public static RingStatus of(Subject.Ring now, Optional<Disposition> judgement, Collection<String> fraud) {
        if (judgement.isEmpty()) {
            return OPEN;
        }
        if (judgement.get().kind() == Kind.CONFIRM) {
            return CONFIRMED;
        }
        var then = (Subject.Ring) judgement.get().subject();
        var members = new HashSet<>(now.accounts());
        boolean grown = members.size() >= then.accounts().size() * (1 + GROWTH);
        boolean conflict = now.conflicts() > then.conflicts();
        return grown || conflict || fraud.stream().anyMatch(members::contains) ? REOPENED : CLEARED;
    }
}

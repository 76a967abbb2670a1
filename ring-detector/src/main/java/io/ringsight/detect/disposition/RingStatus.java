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

    /** What it takes to reopen: so many accounts that were not in it, as a share of those that were. */
    static final double GROWTH = 0.2;

    /**
     * A clearing binds to the ring as it was: newcomers by a fifth, also in the place of others, one more conflict, or a member found to be
     * fraud later reopens it.
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
        long newcomers = members.stream()
                .filter(member -> !then.accounts().contains(member))
                .count();
        boolean grown = newcomers > 0 && newcomers >= then.accounts().size() * GROWTH;
        boolean conflict = now.conflicts() > then.conflicts();
        return grown || conflict || fraud.stream().anyMatch(members::contains) ? REOPENED : CLEARED;
    }
}

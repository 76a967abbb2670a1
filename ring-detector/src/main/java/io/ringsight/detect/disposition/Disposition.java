package io.ringsight.detect.disposition;

import java.util.OptionalLong;

/**
 * One judgement.
 *
 * @param number 1, 2, … in the order in which they were taken
 * @param user who judged
 * @param reason why, in the words of who judged
 * @param at when, milliseconds since 1970 UTC
 * @param expires when it stops to stand, milliseconds since 1970 UTC
 * @param undoes of an {@link Kind#UNDO} the number of what it undoes, whose subject it shares
 */
public record Disposition(
        long number,
        Kind kind,
        Subject subject,
        String user,
        String reason,
        long at,
        OptionalLong expires,
        OptionalLong undoes) {
    /** What can be judged. */
    public enum Kind {
        /** An account or a ring is fraudulent. */
        CONFIRM,
        /** An account is legitimate; a ring, as it is now, is none to look at. */
        CLEAR,
        /** Two accounts are not linked, for good. */
        CUT,
        /** Two accounts are in the same hands. */
        BOND,
        /** An earlier disposition does not stand. */
        UNDO
    }

    /** Whether its time is over. */
    boolean expiredBy(long moment) {
        return expires.isPresent() && expires.getAsLong() <= moment;
    }
}

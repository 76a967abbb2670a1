package io.ringsight.detect.lineage;

import java.util.List;

/**
 * What became of a ring.
 *
 * @param version of the ring that came of it
 * @param at when it was published, milliseconds since 1970 UTC
 * @param joined account ids that came in, by code point
 * @param left account ids that went, by code point
 * @param others ids of rings that took part: those that it took up or was taken up by, that broke off it or that it broke off from
 * @param causes what was learned before it about the accounts of the ring, the first {@value Causes#MOST}
 */
public record LineageEvent(
        String ringId,
        int version,
        Kind kind,
        long at,
        List<String> joined,
        List<String> left,
        List<String> others,
        List<Cause> causes) {
    public LineageEvent {
        joined = List.copyOf(joined);
        left = List.copyOf(left);
        others = List.copyOf(others);
        causes = List.copyOf(causes);
    }

    /** What can happen to a ring. */
    public enum Kind {
        /** It is new; or it is back: the ring that ended with just these members has its id again. */
        BORN,
        /** Accounts came in that were in no ring. */
        GREW,
        /** Accounts went that are in no ring now. */
        SHRANK,
        /** It took up other rings, or parts of them; or it ended in another. */
        MERGED,
        /** Parts of it are in other rings now. */
        SPLIT,
        /** It ended: no two of its members are in one ring. */
        DISSOLVED
    }
}

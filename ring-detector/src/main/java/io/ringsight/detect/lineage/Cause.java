package io.ringsight.detect.lineage;

/**
 * Something that was learned between two detections, and so may have changed a ring.
 *
 * @param of what it is: an account id, {@code account_id type} of a sighting, {@code account_id label}, the number of a disposition,
 *     or the version of a model; never the value of an identifier
 * @param at when it was learned, milliseconds since 1970 UTC
 */
public record Cause(Kind kind, String of, long at) {
    /** What can change a ring. */
    public enum Kind {
        /** An account that is new. */
        ACCOUNT,
        /** A sighting, by an account known before, of an identifier that others use. */
        SIGHTING,
        /** A label of an account. */
        LABEL,
        /** A disposition of an investigator. */
        DISPOSITION,
        /** A new epoch: nothing about these accounts is new, but all parameters were estimated again. */
        EPOCH
    }
}

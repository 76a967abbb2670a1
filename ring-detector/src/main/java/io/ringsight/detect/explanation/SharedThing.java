package io.ringsight.detect.explanation;

/**
 * Something that members of a ring have in common: one identifier, or identifiers of one type that resemble each other.
 *
 * @param type ordinal of the identifier type
 * @param identifiers numbers in the snapshot, ascending; several resemble each other
 * @param members positions of the members that use any of them, ascending, at least two
 */
public record SharedThing(int type, int[] identifiers, int[] members) {
    /** Whether it is one and the same identifier, not several that are alike. */
    public boolean isEqual() {
        return identifiers.length == 1;
    }
}

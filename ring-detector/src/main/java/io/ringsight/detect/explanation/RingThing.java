package io.ringsight.detect.explanation;

/**
 * A part of what members of a ring present.
 *
 * @param type ordinal of the identifier type
 * @param identifiers numbers in the snapshot, ascending
 * @param members positions of the members that use any of them, ascending
 */
record RingThing(ThingKind kind, int type, int[] identifiers, int[] members) {}

package io.ringsight.detect.evidence;

/** Kinds of agreement that come together anyway: who shares a home shares its network. */
public enum DependenceGroup {
    PERSON,
    CONTACT,
    PLACE,
    MONEY,
    OTHER
}

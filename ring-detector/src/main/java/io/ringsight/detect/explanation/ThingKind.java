package io.ringsight.detect.explanation;

import java.util.Locale;

/** What makes several sightings of a ring's members one thing, that is taken away or kept as a whole. */
public enum ThingKind {
    /** One identifier that at least two members use. */
    SHARED,
    /** Identifiers of one type that resemble each other, of at least two members. */
    ALIKE,
    /** The identifiers of a type that members have for themselves: that these differ tells other hands from one person. */
    OWN;

    /** The word that JSON uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

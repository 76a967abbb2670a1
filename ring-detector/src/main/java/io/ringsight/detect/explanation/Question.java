package io.ringsight.detect.explanation;

import io.ringsight.detect.risk.RingParts;
import java.util.Locale;

/** What an explanation has to answer. */
public enum Question {
    /** Why the ring is risky: whether any part of it still is, from {@value #RISKY_FROM} on. */
    WHY_RISKY,
    /** Why it is a ring, where links do not make it risky: whether most of its members are still held together. */
    WHY_TOGETHER;

    /** From this risk on a ring is risky. */
    public static final double RISKY_FROM = 0.5;

    /** The question that a ring raises. */
    static Question of(RingParts all) {
        return all.risk() >= RISKY_FROM ? WHY_RISKY : WHY_TOGETHER;
    }

    /** Whether what is left of a ring of so many members still raises it. */
    boolean isRaised(RingParts left, int members) {
        return this == WHY_RISKY ? left.risk() >= RISKY_FROM : 2 * left.largest() > members;
    }

    /** The word that JSON uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

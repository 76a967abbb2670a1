package io.ringsight.detect.evaluation;

import java.util.Locale;

/** Which scored accounts, by when they were created. */
public enum Period {
    /** Until the time of training, that time included. */
    BEFORE,
    /** Later. */
    AFTER,
    ALL;

    /** As files and tables have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

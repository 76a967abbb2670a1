package io.ringsight.detect.check;

import java.util.Locale;

/** What the onboarding flow should do. */
public enum Decision {
    ALLOW,
    STEP_UP,
    REVIEW,
    DENY;

    /** The word that JSON uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

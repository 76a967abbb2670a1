package io.ringsight.api.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the onboarding flow should do, from mild to severe. */
public enum Decision {
    ALLOW,
    STEP_UP,
    REVIEW,
    DENY;

    /** The word that JSON uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The decision of that word. */
    public static Optional<Decision> ofWord(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Decision::word).collect(Collectors.joining(", "));
    }

    /** The more severe of the two. */
    Decision atLeast(Decision other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The milder of the two. */
    Decision atMost(Decision other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

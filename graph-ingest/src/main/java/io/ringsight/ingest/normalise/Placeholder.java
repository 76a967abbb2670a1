package io.ringsight.ingest.normalise;

import java.util.Set;

/** Values that forms are filled with when there is nothing to fill in: shared by many, saying nothing. */
final class Placeholder {
    private static final Set<String> WORDS = Set.of(
            "na",
            "n a",
            "none",
            "null",
            "nil",
            "unknown",
            "undefined",
            "test",
            "default",
            "address",
            "no address",
            "not available",
            "not applicable",
            "not provided",
            "missing",
            "empty",
            "anonymous",
            "noreply",
            "no reply",
            "xxx",
            "tbd",
            "dummy",
            "fake",
            "sample");
    private static final String UPWARD = "01234567890123456789";
    private static final String DOWNWARD = "98765432109876543210";

    private Placeholder() {}

    /** Whether folded text is one of the usual words for nothing. */
    static boolean isWord(String folded) {
        return WORDS.contains(folded);
    }

    /** Whether a number or code repeats one character or counts: 000000000, 123456789. */
    static boolean isNumber(String code) {
        if (code.length() < 4) {
            return false;
        }
        boolean same = true;
        for (int i = 1; i < code.length() && same; i++) {
            same = code.charAt(i) == code.charAt(0);
        }
        return same || code.length() >= 6 && (UPWARD.contains(code) || DOWNWARD.contains(code));
    }
}

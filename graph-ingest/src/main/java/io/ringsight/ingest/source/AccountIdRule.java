package io.ringsight.ingest.source;

import java.util.Optional;

/** Which strings can be an account id: 1 to 256 characters, not blank, no control characters, no broken surrogates. */
public final class AccountIdRule {
    /** The longest account id, in UTF-16 units. */
    public static final int LONGEST = 256;

    private AccountIdRule() {}

    /** Why the id cannot be used, or empty when it can. */
    public static Optional<String> objection(String id) {
        if (id.isBlank()) {
            return Optional.of("is empty");
        }
        if (id.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        for (int i = 0; i < id.length(); ) {
            int codePoint = id.codePointAt(i);
            switch (Character.getType(codePoint)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                    return Optional.of("holds a control character");
                }
                case Character.SURROGATE -> {
                    return Optional.of("holds half a surrogate pair");
                }
                default -> i += Character.charCount(codePoint);
            }
        }
        return Optional.empty();
    }
}

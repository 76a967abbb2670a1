package io.ringsight.api.service;

import java.util.Locale;
import java.util.Map;

/** Codes of reasons and evidence in words that an investigator can read aloud. */
public final class ReasonWords {
    private static final String SHARED = "SHARED_";
    private static final Map<String, String> SHARED_THINGS = Map.of(
            "device", "the same device",
            "document", "the same identity document",
            "biometric", "the same face template",
            "phone", "the same phone number",
            "email", "the same e-mail address",
            "address", "the same postal address",
            "ip", "the same network address",
            "payment", "the same bank account or card",
            "tax_id", "the same tax number",
            "wallet", "the same wallet");

    private static final Map<String, String> SENTENCES = Map.of(
            "RING_SIZE", "More accounts than a household has",
            "FAST_GROWTH", "Its accounts were opened in quick succession",
            "WEAK_MEMBERSHIP", "Its own link to the ring is weaker than the ring",
            "CALIBRATION", "What labels taught about rings like this",
            "FRAUD_LABEL_IN_RING", "A member turned out to be fraud",
            "LEGIT_LABEL_IN_RING", "A member turned out to be legitimate");

    private ReasonWords() {}

    /** A few words: {@code shared document}. */
    public static String label(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A sentence. */
    public static String sentence(String code, double bits) {
        String direction = bits < 0 ? ", which speaks against fraud" : "";
        String known = SENTENCES.get(code);
        if (known != null) {
            return (code.equals("RING_SIZE") && bits < 0 ? "Few accounts, as in a household" : known + direction) + ".";
        }
        if (code.startsWith(SHARED)) {
            String type = code.substring(SHARED.length()).toLowerCase(Locale.ROOT);
            return "They present " + SHARED_THINGS.getOrDefault(type, "the same " + type.replace('_', ' ')) + direction
                    + ".";
        }
        String words = label(code);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + direction + ".";
    }
}

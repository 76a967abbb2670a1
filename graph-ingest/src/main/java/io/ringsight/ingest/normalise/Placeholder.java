package io.ringsight.ingest.normalise;

import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import java.util.Set;
import java.util.regex.Pattern;

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
    private static final Pattern REPEATED_END = Pattern.compile("([0-9])\\1{7}$");
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

    /** Whether a normal form of that type says nothing. */
    static boolean is(IdentifierType type, String normalForm) {
        return switch (type.name()) {
            case "email" -> isWord(FoldedText.of(normalForm.substring(0, end(normalForm, '@'))));
            case "ip" -> IpNormaliser.isNowhere(normalForm) || isText(normalForm);
            case "device" -> DeviceNormaliser.isShared(normalForm);
            case "phone" ->
                isText(normalForm) || REPEATED_END.matcher(normalForm).find();
            case "document", "payment" -> isText(normalForm.substring(normalForm.lastIndexOf(':') + 1));
            case "wallet" -> isText(normalForm.startsWith("0x") ? normalForm.substring(2) : normalForm);
            default -> type.kind() == IdentifierKind.BITS ? BitsNormaliser.isBlank(normalForm) : isText(normalForm);
        };
    }

    private static int end(String text, char last) {
        int at = text.lastIndexOf(last);
        return at < 0 ? text.length() : at;
    }

    private static boolean isText(String text) {
        return isNumber(SerialNumber.of(text)) || isWord(FoldedText.of(text));
    }
}

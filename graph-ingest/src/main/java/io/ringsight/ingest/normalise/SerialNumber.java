package io.ringsight.ingest.normalise;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/** Numbers and codes: letters and digits alone, upper case. */
final class SerialNumber {
    private static final int MOST_PASSES = 5;

    private SerialNumber() {}

    static Outcome outcome(String raw) {
        String code = of(raw);
        if (code.isEmpty()) {
            return Outcome.NormalForm.unverified(ExactText.of(raw));
        }
        return Placeholder.isNumber(code) || Placeholder.isWord(code.toLowerCase(Locale.ROOT))
                ? Outcome.NormalForm.unverified(code)
                : Outcome.NormalForm.verified(code);
    }

    /** The letters and digits, upper case, wide forms made plain; empty when there are none. */
    static String of(String raw) {
        String code = lettersAndDigits(raw);
        // Dropping what stands between them lets some scripts' letters compose: again, until nothing changes.
        for (int pass = 1; pass < MOST_PASSES && !ExactText.isAscii(code); pass++) {
            String again = lettersAndDigits(code);
            if (again.equals(code)) {
                return code;
            }
            code = again;
        }
        return code;
    }

    private static String lettersAndDigits(String raw) {
        String text = ExactText.isAscii(raw) ? raw : settled(raw);
        var code = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c)) {
                code.appendCodePoint(Character.toUpperCase(c));
            } else if (Character.isLetterOrDigit(c)) {
                code.appendCodePoint(c);
            }
        }
        return code.toString();
    }

    private static String settled(String raw) {
        // Case folding first: some letters have an upper case of several letters and no way back.
        String folded = Normalizer2.getNFKCCasefoldInstance().normalize(raw);
        return folded.toUpperCase(Locale.ROOT);
    }

    static boolean isDigits(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return !code.isEmpty();
    }
}

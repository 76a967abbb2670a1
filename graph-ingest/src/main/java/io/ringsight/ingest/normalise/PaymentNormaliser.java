package io.ringsight.ingest.normalise;

import java.util.Locale;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Payment instruments as {@code scheme:value}: {@code iban:} and {@code card:} are checked, other schemes are exact text. A
 * bare IBAN or card number gets its scheme.
 */
final class PaymentNormaliser {
    private PaymentNormaliser() {}

    static Outcome normalise(String raw) {
        String text = ExactText.of(raw);
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = text.substring(colon + 1).strip();
        String code = SerialNumber.of(value);
        return switch (scheme) {
            case "" -> bare(text, code);
            case "iban" ->
                isIban(code) ? Outcome.NormalForm.verified("iban:" + code) : Outcome.NormalForm.unverified(text);
            case "card" ->
                isCard(code) ? Outcome.NormalForm.verified("card:" + code) : Outcome.NormalForm.unverified(text);
            default -> other(scheme, value, text, code);
        };
    }

    private static Outcome bare(String text, String code) {
        if (isIban(code)) {
            return Outcome.NormalForm.verified("iban:" + code);
        }
        return isCard(code) ? Outcome.NormalForm.verified("card:" + code) : Outcome.NormalForm.unverified(text);
    }

    private static Outcome other(String scheme, String value, String text, String code) {
        boolean plausible = ExactText.isAscii(scheme)
                && scheme.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-')
                && !value.isEmpty()
                && !Placeholder.isNumber(code)
                && !Placeholder.isWord(code.toLowerCase(Locale.ROOT));
        return plausible ? Outcome.NormalForm.verified(scheme + ":" + value) : Outcome.NormalForm.unverified(text);
    }

    private static boolean isIban(String code) {
        return code.length() >= 15
                && code.length() <= 34
                && IBANValidator.getInstance().isValid(code);
    }

    private static boolean isCard(String code) {
        return code.length() >= 12
                && code.length() <= 19
                && SerialNumber.isDigits(code)
                && !Placeholder.isNumber(code)
                && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(code);
    }
}

package io.ringsight.ingest.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phone numbers: E.164 when they are valid, read in the country of the account when they leave theirs out. What is not valid
 * keeps its digits.
 */
final class PhoneNormaliser {
    private static final String NO_COUNTRY = "ZZ";
    private static final int FEWEST_DIGITS = 7;
    private static final Pattern LEADING_PUNCTUATION = Pattern.compile("^[ ()./-]+(?=[+0-9])");

    private PhoneNormaliser() {}

    static Outcome normalise(String raw, Optional<String> country) {
        String text = LEADING_PUNCTUATION.matcher(ExactText.of(raw)).replaceFirst("");
        if (country.isEmpty() && text.startsWith("00")) {
            text = "+" + text.substring(2);
        }
        boolean abroad = text.startsWith("+") || text.startsWith("tel:");
        if (!abroad && country.isEmpty()) {
            return Outcome.NormalForm.unverified(digits(text));
        }
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(text, country.orElse(NO_COUNTRY));
            if (phones.isValidNumber(number)) {
                return Outcome.NormalForm.verified(phones.format(number, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException _) {
            // Not a number at all: exact text below.
        }
        return Outcome.NormalForm.unverified(digits(text));
    }

    /** The digits, and a leading plus, when nothing else but punctuation is there; else the text as it is. */
    private static String digits(String text) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || c == '+' && i == 0) {
                kept.append(c);
            } else if (" ()-./".indexOf(c) < 0) {
                return text;
            }
        }
        return kept.length() < FEWEST_DIGITS ? text : kept.toString();
    }
}

package io.ringsight.ingest.normalise;

import java.util.Locale;
import java.util.Optional;

/**
 * Identity documents as {@code kind:country:number}, for example {@code passport:BR:FX123456}: kind in lower case, country as
 * alpha-2, number in upper case letters and digits. A passport number of ten with a filler or a check digit of the
 * machine-readable zone (given as {@code FX1234567<8}) loses that. Anything else is unverified.
 */
final class DocumentNormaliser {
    private static final int MRZ_NUMBER = 9;

    private DocumentNormaliser() {}

    static Outcome normalise(String raw, Optional<String> country) {
        String text = ExactText.of(raw);
        String[] parts = text.split(":", -1);
        // What somebody masked stays as it is: without its stars it would be another document's number.
        if (parts.length < 2 || parts.length > 3 || text.indexOf('*') >= 0) {
            return Outcome.NormalForm.unverified(text);
        }
        String kind = FoldedText.of(parts[0]).replace(' ', '_');
        String land = parts.length == 3 ? parts[1].strip().toUpperCase(Locale.ROOT) : country.orElse("");
        String number = number(parts[parts.length - 1]);
        if (kind.isEmpty() || number.isEmpty() || parts.length == 3 && !isCountry(land)) {
            return Outcome.NormalForm.unverified(text);
        }
        if (land.isEmpty()) {
            return Outcome.NormalForm.unverified(kind + ":" + number);
        }
        String document = kind + ":" + land + ":" + number;
        boolean plausible = number.length() >= 4 && !Placeholder.isNumber(number) && checked(kind, land, number);
        return plausible ? Outcome.NormalForm.verified(document) : Outcome.NormalForm.unverified(document);
    }

    private static boolean isCountry(String land) {
        return (land.length() == 2 || land.length() == 3) && land.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static String number(String raw) {
        String upper = raw.strip().toUpperCase(Locale.ROOT);
        int last = upper.length() - 1;
        if (last == MRZ_NUMBER && upper.indexOf('<') >= 0 && Character.isDigit(upper.charAt(last))) {
            String field = upper.substring(0, last);
            if (CheckDigits.mrz(field) == upper.charAt(last) - '0') {
                return SerialNumber.of(field);
            }
        }
        return SerialNumber.of(raw);
    }

    private static boolean checked(String kind, String country, String number) {
        boolean nationalId = kind.equals("national_id") || kind.equals("id") || kind.equals("id_card");
        if (country.equals("ES") && (nationalId || kind.equals("dni") || kind.equals("nie"))) {
            return CheckDigits.dni(number);
        }
        if (kind.equals("cpf")) {
            return SerialNumber.isDigits(number) && CheckDigits.cpf(number);
        }
        return true;
    }
}

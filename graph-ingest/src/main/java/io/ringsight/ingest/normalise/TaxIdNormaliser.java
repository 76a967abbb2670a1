package io.ringsight.ingest.normalise;

import java.util.Optional;

/** Tax numbers: letters and digits, upper case; those of countries with a known rule have to keep it. */
final class TaxIdNormaliser {
    private static final int FEWEST = 5;
    private static final int MOST = 32;

    private TaxIdNormaliser() {}

    static Outcome normalise(String raw, Optional<String> country) {
        String text = ExactText.of(raw);
        String code = SerialNumber.of(raw);
        // What somebody masked stays as it is: without its stars it would be another person's number.
        if (code.isEmpty() || text.indexOf('*') >= 0) {
            return Outcome.NormalForm.unverified(text);
        }
        boolean plausible = code.length() >= FEWEST
                && code.length() <= MOST
                && !Placeholder.isNumber(code)
                && checked(country.orElse(""), code);
        return plausible ? Outcome.NormalForm.verified(code) : Outcome.NormalForm.unverified(code);
    }

    private static boolean checked(String country, String code) {
        return switch (country) {
            case "US" -> CheckDigits.ssn(code);
            case "BR" -> SerialNumber.isDigits(code) && (CheckDigits.cpf(code) || CheckDigits.cnpj(code));
            case "ES" -> code.length() == 9;
            default -> true;
        };
    }
}

package io.ringsight.ingest.normalise;

import java.util.Optional;

/** Tax numbers: letters and digits, upper case; those of countries with a known rule have to keep it. */
final class TaxIdNormaliser {
    private static final int FEWEST = 5;
    private static final int MOST = 32;

    private TaxIdNormaliser() {}

    static Outcome normalise(String raw, Optional<String> country) {
        String code = SerialNumber.of(raw);
        if (code.isEmpty()) {
            return Outcome.NormalForm.unverified(ExactText.of(raw));
        }
        boolean plausible = code.length() >= FEWEST
                && code.length() <= MOST
                && raw.indexOf('*') < 0
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

package io.ringsight.ingest.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** ISO 3166 country codes. */
final class Countries {
    private static final Map<String, String> ALPHA_2 = table();

    private Countries() {}

    /** The alpha-2 code for an alpha-2 or alpha-3 code in any case, or empty when there is no such country. */
    static Optional<String> alpha2(String code) {
        return Optional.ofNullable(ALPHA_2.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> table() {
        var table = new HashMap<String, String>();
        for (String alpha2 : Locale.getISOCountries()) {
            table.put(alpha2, alpha2);
        }
        for (String alpha3 : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)) {
            table.put(alpha3, alpha3);
        }
        for (String alpha2 : Locale.getISOCountries()) {
            table.put(Locale.of("", alpha2).getISO3Country(), alpha2);
        }
        // In wide use, though not in the standard.
        table.put("UK", "GB");
        table.put("XK", "XK");
        return table;
    }
}

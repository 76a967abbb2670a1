package io.ringsight.ingest.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One onboarding application, raw: what a reader made of one record.
 *
 * @param accountId usable as an id: see {@link AccountIdRule}
 * @param createdAt milliseconds since 1970 UTC
 * @param name as given
 * @param country ISO 3166 alpha-2
 * @param exposure money at stake, at least 0
 * @param origin where it was read
 */
public record Application(
        String accountId,
        long createdAt,
        Optional<String> name,
        Optional<LocalDate> dateOfBirth,
        Optional<String> country,
        OptionalDouble exposure,
        List<PresentedIdentifier> identifiers,
        Origin origin) {
    public Application {
        identifiers = List.copyOf(identifiers);
    }

    /** Never shows what was presented. */
    @Override
    public String toString() {
        return "Application[" + accountId + ", " + identifiers.size() + " identifiers]";
    }
}

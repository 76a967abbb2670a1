package io.ringsight.ingest.normalise;

import java.util.Optional;

/** Makes the normal form of raw values of one identifier type. Implementations are thread-safe. */
@FunctionalInterface
interface Normaliser {
    /**
     * @param raw not blank
     * @param country of the account, ISO 3166 alpha-2: a hint for values that leave it out
     */
    Outcome normalise(String raw, Optional<String> country);
}

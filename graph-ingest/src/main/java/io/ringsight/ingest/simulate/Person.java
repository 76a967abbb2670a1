package io.ringsight.ingest.simulate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Somebody invented, and what is theirs.
 *
 * @param face long[4], a bit hash of 256 bits
 * @param own identifier type to value, without the biometric, which differs from picture to picture
 */
record Person(
        String givenName, String surname, LocalDate birthDate, String country, long[] face, Map<String, String> own) {

    /** The same person with something else of a type. */
    Person with(String type, String value) {
        var changed = new HashMap<>(own);
        changed.put(type, value);
        return new Person(givenName, surname, birthDate, country, face, changed);
    }

    String own(String type) {
        return own.getOrDefault(type, "");
    }
}

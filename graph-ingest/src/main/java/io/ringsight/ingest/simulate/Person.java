package io.ringsight.ingest.simulate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Somebody invented, and what is theirs.
 *
 * @param own identifier type to value, without the biometric, which differs from picture to picture
 */
record Person(
        String givenName, String surname, LocalDate birthDate, String country, Face face, Map<String, String> own) {

    /** The same person with something else of a type. */
    Person with(String type, String value) {
        var changed = new HashMap<>(own);
        changed.put(type, value);
        return new Person(givenName, surname, birthDate, country, face, changed);
    }

    Person named(String given, String family) {
        return new Person(given, family, birthDate, country, face, own);
    }

    Person born(LocalDate date) {
        return new Person(givenName, surname, date, country, face, own);
    }

    Person of(String otherCountry) {
        return new Person(givenName, surname, birthDate, otherCountry, face, own);
    }

    Person looking(Face other) {
        return new Person(givenName, surname, birthDate, country, other, own);
    }

    String own(String type) {
        return own.getOrDefault(type, "");
    }
}

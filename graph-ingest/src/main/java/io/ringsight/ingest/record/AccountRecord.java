package io.ringsight.ingest.record;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One version of an account as the graph keeps it: no raw name, no raw birth date.
 *
 * @param accountId as given
 * @param createdAt when it happened, milliseconds since 1970 UTC
 * @param recordedAt when we learned it, milliseconds since 1970 UTC
 * @param givenName token of the folded given names, of type {@code given_name}
 * @param surname token of the folded surname, of type {@code surname}
 * @param birthDate token of the birth date, of type {@code birth_date}
 * @param country ISO 3166 alpha-2, plain
 * @param exposure money at stake
 * @param content keyed hash over the whole normalised application: equal content, equal hash
 * @param sealedValue normalised name and birth date, encrypted for the vault; empty when the vault is off
 */
public record AccountRecord(
        String accountId,
        long createdAt,
        long recordedAt,
        Optional<Token> givenName,
        Optional<Token> surname,
        Optional<Token> birthDate,
        Optional<String> country,
        OptionalDouble exposure,
        Token content,
        Optional<Bytes> sealedValue) {

    /** The token of an attribute, where the account has it. */
    public Optional<Token> attribute(AccountAttribute attribute) {
        return switch (attribute) {
            case GIVEN_NAME -> givenName;
            case SURNAME -> surname;
            case BIRTH_DATE -> birthDate;
        };
    }
}

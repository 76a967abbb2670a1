package io.ringsight.ingest.record;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One version of an account as the graph keeps it: no raw name, no raw birth date.
 *
 * @param accountId as given
 * @param createdAt when it happened, milliseconds since 1970 UTC
 * @param recordedAt when we learned it, milliseconds since 1970 UTC
 * @param givenName the folded given names, under the key set {@code given_name}
 * @param surname the folded surname, under the key set {@code surname}
 * @param birthDate the birth date, under the key set {@code birth_date}
 * @param country ISO 3166 alpha-2, plain
 * @param exposure money at stake
 * @param content keyed hash over the whole normalised application: equal content, equal hash
 * @param sealedValue normalised name and birth date, encrypted for the vault; empty when the vault is off
 */
public record AccountRecord(
        String accountId,
        long createdAt,
        long recordedAt,
        Optional<AttributeValue> givenName,
        Optional<AttributeValue> surname,
        Optional<AttributeValue> birthDate,
        Optional<String> country,
        OptionalDouble exposure,
        Token content,
        Optional<Bytes> sealedValue) {

    /** An attribute, where the account has it. */
    public Optional<AttributeValue> value(AccountAttribute attribute) {
        return switch (attribute) {
            case GIVEN_NAME -> givenName;
            case SURNAME -> surname;
            case BIRTH_DATE -> birthDate;
        };
    }

    /** The token of an attribute, where the account has it. */
    public Optional<Token> attribute(AccountAttribute attribute) {
        return value(attribute).map(AttributeValue::token);
    }

    /** The signature of an attribute, where the account has it. */
    public Optional<Bytes> signature(AccountAttribute attribute) {
        return value(attribute).flatMap(AttributeValue::signature);
    }
}

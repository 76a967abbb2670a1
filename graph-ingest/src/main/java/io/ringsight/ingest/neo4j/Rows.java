package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records as the rows that statements take: lists, whose columns their headers name. Lists cost half of what maps do. */
final class Rows {
    /** Orders rows of {@link #sighting} by token. */
    static final Comparator<List<@Nullable Object>> BY_TOKEN =
            (a, b) -> ((String) Objects.requireNonNull(a.get(1))).compareTo((String) Objects.requireNonNull(b.get(1)));

    private Rows() {}

    static List<@Nullable Object> identifier(IdentifierRecord identifier, int keyVersion) {
        return Arrays.asList(
                identifier.token().hex(),
                identifier.type(),
                identifier.quality().word(),
                array(identifier.signature()),
                array(identifier.sealedValue()),
                keyVersion,
                mark(identifier),
                keys(identifier));
    }

    static List<@Nullable Object> account(AccountRecord account, long sequence, int keyVersion) {
        return Arrays.asList(
                account.accountId(),
                account.createdAt(),
                account.recordedAt(),
                sequence,
                account.content().hex(),
                hex(account.givenName()),
                hex(account.surname()),
                hex(account.birthDate()),
                account.country().orElse(null),
                account.exposure().isPresent() ? account.exposure().getAsDouble() : null,
                array(account.sealedValue()),
                keyVersion,
                signature(account.givenName()),
                signature(account.surname()),
                signature(account.birthDate()));
    }

    /** @param account the account's id, or its position among accounts that the same statement creates */
    static List<@Nullable Object> sighting(Object account, SightingRecord sighting, long sequence) {
        return Arrays.asList(
                account, sighting.identifier().token().hex(), sighting.seenAt(), sighting.recordedAt(), sequence);
    }

    /** What takes the place of an identifier under an older key. */
    static List<@Nullable Object> replacement(Token old, IdentifierRecord identifier) {
        return Arrays.asList(
                old.hex(),
                identifier.token().hex(),
                array(identifier.signature()),
                array(identifier.sealedValue()),
                mark(identifier),
                keys(identifier));
    }

    /** What takes the place of an account's, or of its revision's, tokens under an older key. */
    static List<@Nullable Object> replacement(AccountRecord account, long revision) {
        return Arrays.asList(
                account.accountId(),
                revision,
                account.content().hex(),
                hex(account.givenName()),
                hex(account.surname()),
                hex(account.birthDate()),
                array(account.sealedValue()),
                signature(account.givenName()),
                signature(account.surname()),
                signature(account.birthDate()));
    }

    private static @Nullable Boolean mark(IdentifierRecord identifier) {
        return identifier.placeholder() ? true : null;
    }

    private static long @Nullable [] keys(IdentifierRecord identifier) {
        long[] keys = identifier.blockingKeys().array();
        return keys.length == 0 ? null : keys;
    }

    private static byte @Nullable [] signature(Optional<AttributeValue> value) {
        return array(value.flatMap(AttributeValue::signature));
    }

    private static @Nullable String hex(Optional<AttributeValue> value) {
        return value.map(AttributeValue::token).map(Token::hex).orElse(null);
    }

    private static byte @Nullable [] array(Optional<Bytes> bytes) {
        return bytes.map(Bytes::array).orElse(null);
    }
}

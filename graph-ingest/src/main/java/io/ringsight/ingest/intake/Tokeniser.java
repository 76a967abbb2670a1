package io.ringsight.ingest.intake;

import io.ringsight.ingest.normalise.Grams;
import io.ringsight.ingest.normalise.Likeness;
import io.ringsight.ingest.normalise.Normalisers;
import io.ringsight.ingest.normalise.Outcome;
import io.ringsight.ingest.normalise.PersonName;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Quality;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.source.Application;
import io.ringsight.ingest.source.LateIdentifier;
import io.ringsight.ingest.source.PresentedIdentifier;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.source.Rejection.Scope;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.tokenise.Tokens;
import io.ringsight.ingest.vault.Vault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** From raw application to tokens and sealed values. Thread-safe. */
final class Tokeniser {
    static final String ACCOUNT = "account";

    private final IdentifierTypes types;
    private final Normalisers normalisers;
    private final Tokens tokens;
    private final Vault vault;

    Tokeniser(IdentifierTypes types, KeySets keys, Vault vault) {
        this.types = types;
        this.normalisers = new Normalisers(types);
        this.tokens = new Tokens(types, keys);
        this.vault = vault;
    }

    /** @param learnedAt when we learned it, or empty for the times in the application itself */
    TokenisedApplication application(Application application, OptionalLong learnedAt, Notes notes) {
        List<SightingRecord> sightings = new ArrayList<>();
        var content = new ContentDigest();
        for (PresentedIdentifier presented : application.identifiers()) {
            Optional<Normal> normal = normal(application.accountId(), presented, application.country(), notes);
            if (normal.isPresent()) {
                long first = presented.firstSeen().orElse(application.createdAt());
                long last = presented.lastSeen().orElse(first);
                IdentifierRecord identifier =
                        identifier(normal.get().type(), normal.get().form());
                sightings.add(sighting(application.accountId(), identifier, first, learnedAt));
                sightings.add(sighting(application.accountId(), identifier, last, learnedAt));
                content.identifier(
                        presented.type(), first, last, normal.get().form().text());
            }
        }
        return new TokenisedApplication(account(application, content, learnedAt), distinct(sightings));
    }

    /** The sightings of a known account; none when the identifier cannot be kept. */
    List<SightingRecord> late(LateIdentifier late, OptionalLong learnedAt, Notes notes) {
        PresentedIdentifier presented = late.identifier();
        OptionalLong first = presented.firstSeen().isPresent() ? presented.firstSeen() : presented.lastSeen();
        if (first.isEmpty() && learnedAt.isEmpty()) {
            notes.reject(new Rejection(
                    Scope.RECORD,
                    Optional.of(late.accountId()),
                    presented.origin().at("first_seen"),
                    "is missing, and the account's created_at is not in this input"));
            return List.of();
        }
        Optional<Normal> normal = normal(late.accountId(), presented, Optional.empty(), notes);
        if (normal.isEmpty()) {
            return List.of();
        }
        IdentifierRecord identifier =
                identifier(normal.get().type(), normal.get().form());
        long from = first.orElseGet(learnedAt::getAsLong);
        List<SightingRecord> sightings = new ArrayList<>();
        sightings.add(sighting(late.accountId(), identifier, from, learnedAt));
        sightings.add(
                sighting(late.accountId(), identifier, presented.lastSeen().orElse(from), learnedAt));
        return distinct(sightings);
    }

    private record Normal(IdentifierType type, SealedForm.Identifier form) {}

    private Optional<Normal> normal(
            String accountId, PresentedIdentifier presented, Optional<String> country, Notes notes) {
        Optional<IdentifierType> type = types.find(presented.type());
        if (type.isEmpty()) {
            // The word itself stays out: where columns are swapped it is a value.
            notes.reject(new Rejection(
                    Scope.IDENTIFIER,
                    Optional.of(accountId),
                    presented.origin().at("type"),
                    "is not a configured identifier type"));
            return Optional.empty();
        }
        return switch (normalisers.normalise(type.get(), presented.value(), country)) {
            case Outcome.NormalForm(String value, Quality quality) -> {
                if (quality == Quality.UNVERIFIED) {
                    notes.unverified(type.get().name());
                }
                yield Optional.of(new Normal(type.get(), new SealedForm.Identifier(quality, value)));
            }
            case Outcome.Unusable(String reason) -> {
                notes.reject(new Rejection(
                        Scope.IDENTIFIER,
                        Optional.of(accountId),
                        presented.origin().at("value"),
                        reason));
                yield Optional.empty();
            }
        };
    }

    /** The identifier of a normal form under today's keys. */
    IdentifierRecord identifier(IdentifierType type, SealedForm.Identifier form) {
        Token token = tokens.token(type.name(), form.normalForm());
        Likeness likeness = Likeness.of(type, form.quality(), form.normalForm());
        return new IdentifierRecord(
                type.name(),
                token,
                form.quality(),
                likeness.placeholder(),
                signature(type, form, likeness),
                tokens.blockingKeys(type.name(), likeness.blocking()),
                vault.seal(type.name(), token, form.text()));
    }

    private Optional<Bytes> signature(IdentifierType type, SealedForm.Identifier form, Likeness likeness) {
        return type.kind() == IdentifierKind.BITS && !likeness.placeholder()
                ? Optional.of(tokens.signature(type, HexFormat.of().parseHex(form.normalForm())))
                : tokens.signature(type.name(), likeness.grams());
    }

    private AccountRecord account(Application application, ContentDigest content, OptionalLong learnedAt) {
        Optional<PersonName> name = application.name().map(PersonName::of);
        Optional<String> given = name.flatMap(PersonName::given);
        Optional<String> surname = name.flatMap(PersonName::surname);
        Optional<String> birthDate = application.dateOfBirth().map(LocalDate::toString);
        content.part(Long.toString(application.createdAt()))
                .part(given)
                .part(surname)
                .part(birthDate)
                .part(application.country())
                .part(
                        application.exposure().isPresent()
                                ? Optional.of(
                                        Double.toString(application.exposure().getAsDouble()))
                                : Optional.empty());
        var form = new SealedForm.Account(content.hex(), given, surname, birthDate);
        var plain = new AccountRecord(
                application.accountId(),
                application.createdAt(),
                learnedAt.orElse(application.createdAt()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                application.country(),
                application.exposure(),
                new Token(0, 0),
                Optional.empty());
        return account(plain, form);
    }

    /** The same account with the tokens of {@code form} under today's keys. */
    AccountRecord account(AccountRecord plain, SealedForm.Account form) {
        Token content = tokens.token(KeySets.CONTENT, form.digest());
        return new AccountRecord(
                plain.accountId(),
                plain.createdAt(),
                plain.recordedAt(),
                form.given().map(name -> attribute(KeySets.GIVEN_NAME, name, Likeness.ofName(name))),
                form.surname().map(name -> attribute(KeySets.SURNAME, name, Likeness.ofName(name))),
                form.birthDate().map(date -> attribute(KeySets.BIRTH_DATE, date, Likeness.ofDate(date))),
                plain.country(),
                plain.exposure(),
                content,
                vault.seal(ACCOUNT, content, form.text()));
    }

    private AttributeValue attribute(String keySet, String value, Grams grams) {
        return new AttributeValue(tokens.token(keySet, value), tokens.signature(keySet, grams));
    }

    private static SightingRecord sighting(
            String accountId, IdentifierRecord identifier, long seenAt, OptionalLong learnedAt) {
        return new SightingRecord(accountId, identifier, seenAt, learnedAt.orElse(seenAt));
    }

    /** One sighting per identifier and time: sealing the same value twice gives different bytes. */
    private static List<SightingRecord> distinct(List<SightingRecord> sightings) {
        record Key(String type, Token token, long seenAt) {}
        Set<Key> seen = new HashSet<>();
        List<SightingRecord> distinct = new ArrayList<>(sightings.size());
        for (SightingRecord sighting : sightings) {
            var identifier = sighting.identifier();
            if (seen.add(new Key(identifier.type(), identifier.token(), sighting.seenAt()))) {
                distinct.add(sighting);
            }
        }
        return distinct;
    }
}

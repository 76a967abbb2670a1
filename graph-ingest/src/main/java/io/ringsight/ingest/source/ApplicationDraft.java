package io.ringsight.ingest.source;

import io.ringsight.ingest.source.Rejection.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Collects the raw fields of one record, from whichever format, and decides what of it can be used. Only an unusable
 * account_id, created_at or identifiers costs the record; anything else costs itself. Fields that are absent or empty are
 * simply not there.
 */
final class ApplicationDraft {
    private static final int LONGEST_NAME = 1024;

    private final Origin origin;
    private final List<Pending> pending = new ArrayList<>();
    private final List<PresentedIdentifier> identifiers = new ArrayList<>();
    private @Nullable String accountId;
    private @Nullable String createdAt;
    private @Nullable String name;
    private @Nullable String dateOfBirth;
    private @Nullable String country;
    private @Nullable String exposure;
    private boolean identifiersGiven;

    private record Pending(Scope scope, Origin origin, String reason) {}

    ApplicationDraft(Origin origin) {
        this.origin = origin;
    }

    /** Sets a field by its name in the contract; names that are not in it are ignored. */
    void set(String field, String value) {
        switch (field) {
            case "account_id" -> accountId = value;
            case "created_at" -> createdAt = value;
            case "name" -> name = value;
            case "date_of_birth" -> dateOfBirth = value;
            case "country" -> country = value;
            case "exposure" -> exposure = value;
            default -> {}
        }
    }

    /** Says that there is a list of identifiers, if an empty one. */
    void identifiersGiven() {
        identifiersGiven = true;
    }

    void add(PresentedIdentifier identifier) {
        identifiers.add(identifier);
    }

    /** Notes something that is left out. */
    void leaveOut(Scope scope, Origin where, String reason) {
        pending.add(new Pending(scope, where, reason));
    }

    /** The application, or empty when the record cannot be used; what was left out goes to {@code rejections}. */
    Optional<Application> finish(List<Rejection> rejections) {
        Optional<String> id = Optional.ofNullable(accountId);
        Optional<String> objection = id.isEmpty() ? Optional.of("is missing") : AccountIdRule.objection(id.get());
        if (objection.isPresent()) {
            return refuse(rejections, Optional.empty(), "account_id", objection.get());
        }
        OptionalLong created = time(createdAt);
        if (created.isEmpty()) {
            return refuse(rejections, id, "created_at", blank(createdAt) ? "is missing" : "is not an ISO 8601 time");
        }
        if (!identifiersGiven) {
            return refuse(rejections, id, "identifiers", "is missing");
        }
        for (Pending one : pending) {
            if (one.scope() == Scope.RECORD) {
                rejections.add(new Rejection(Scope.RECORD, id, one.origin(), one.reason()));
                return Optional.empty();
            }
        }
        var application = new Application(
                id.orElseThrow(),
                created.getAsLong(),
                presentName(),
                birthDate(created.getAsLong()),
                presentCountry(),
                presentExposure(),
                identifiers,
                origin);
        pending.forEach(one -> rejections.add(new Rejection(one.scope(), id, one.origin(), one.reason())));
        return Optional.of(application);
    }

    /** Further sightings of a known account, or empty when the record cannot be used. */
    Optional<LateSightings> finishLate(List<Rejection> rejections) {
        createdAt = "1970-01-01"; // of a known account it is known
        return finish(rejections)
                .map(application -> new LateSightings(application.accountId(), application.identifiers()));
    }

    private Optional<Application> refuse(List<Rejection> rejections, Optional<String> id, String field, String reason) {
        for (Pending one : pending) {
            if (one.scope() == Scope.RECORD && one.origin().field().equals(field)) {
                rejections.add(new Rejection(Scope.RECORD, id, one.origin(), one.reason()));
                return Optional.empty();
            }
        }
        rejections.add(new Rejection(Scope.RECORD, id, origin.at(field), reason));
        return Optional.empty();
    }

    private Optional<String> presentName() {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        if (name.length() > LONGEST_NAME) {
            return drop("name", "is longer than " + LONGEST_NAME + " characters");
        }
        return Optional.of(name);
    }

    private Optional<LocalDate> birthDate(long created) {
        if (dateOfBirth == null || dateOfBirth.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = Times.date(dateOfBirth);
        if (date.isEmpty()) {
            return drop("date_of_birth", "is not an ISO 8601 date");
        }
        long birth = date.get().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        return birth > created ? drop("date_of_birth", "is after created_at") : date;
    }

    private Optional<String> presentCountry() {
        if (country == null || country.isBlank()) {
            return Optional.empty();
        }
        Optional<String> alpha2 = Countries.alpha2(country);
        return alpha2.isEmpty() ? drop("country", "is not an ISO 3166 country code") : alpha2;
    }

    private OptionalDouble presentExposure() {
        if (exposure == null || exposure.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            double amount = Double.parseDouble(exposure.strip());
            if (amount >= 0 && Double.isFinite(amount)) {
                return OptionalDouble.of(amount + 0.0);
            }
        } catch (NumberFormatException _) {
            // Falls through to the one way of saying so.
        }
        leaveOut(Scope.FIELD, origin.at("exposure"), "is not an amount of at least 0");
        return OptionalDouble.empty();
    }

    private <T> Optional<T> drop(String field, String reason) {
        leaveOut(Scope.FIELD, origin.at(field), reason);
        return Optional.empty();
    }

    private static OptionalLong time(@Nullable String text) {
        return text == null ? OptionalLong.empty() : Times.milliseconds(text);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

package io.ringsight.ingest.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Two accounts that may share a value of an identifier type, by what they are to each other. */
public enum Sharers {
    /** Nothing to each other: what they share is chance. */
    STRANGERS,
    /** Strangers who had one thing one after the other. */
    SUCCESSORS,
    /** Strangers in one place. */
    COLOCATED,
    /** Strangers in one home, or with one forwarding address. */
    LODGERS,
    /** Strangers whom one agent signs up. */
    CUSTOMERS,
    /** People who live together or are family. */
    RELATED,
    /** Family that lives apart. */
    ELSEWHERE,
    /** One person with two accounts. */
    PERSON,
    /** Different identities in the same hands. */
    OPERATED,
    /** A victim, and whoever goes under its name. */
    IMPERSONATED;

    /** The word that configuration files use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sharers> ofWord(String word) {
        return Arrays.stream(values())
                .filter(sharers -> sharers.word().equals(word))
                .findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Sharers::word).collect(Collectors.joining(", "));
    }
}

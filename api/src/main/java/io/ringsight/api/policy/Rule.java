package io.ringsight.api.policy;

import java.util.Locale;
import java.util.Set;

/**
 * An exception to what probability and costs choose.
 *
 * @param name what it is called in the decision log
 * @param when whom it is about
 * @param effect what it does to the decision so far
 * @param decision the decision that it names
 */
public record Rule(String name, Condition when, Effect effect, Decision decision) {
    /** What a rule does. */
    public enum Effect {
        /** Makes the decision this one. */
        DECISION,
        /** Makes a milder decision this one. */
        AT_LEAST,
        /** Makes a severer decision this one. */
        AT_MOST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Holds when all of its parts do; a part that is not said always does. What is unknown of an applicant lies in no range and in no list.
     *
     * @param probability within which it lies
     * @param exposure within which it lies
     * @param deviceRisk within which it lies
     * @param anyReason codes of which one is there; empty for any
     * @param allReasons codes that are all there
     * @param countries of which it is one; empty for any
     * @param notCountries of which it is none
     */
    public record Condition(
            Range probability,
            Range exposure,
            Range deviceRisk,
            Set<String> anyReason,
            Set<String> allReasons,
            Set<String> countries,
            Set<String> notCountries) {
        public Condition {
            anyReason = Set.copyOf(anyReason);
            allReasons = Set.copyOf(allReasons);
            countries = Set.copyOf(countries);
            notCountries = Set.copyOf(notCountries);
        }

        boolean holds(PolicyInput input) {
            return probability.holds(input.probability())
                    && exposure.holds(input.exposure().orElse(Double.NaN))
                    && deviceRisk.holds(input.deviceRisk().orElse(Double.NaN))
                    && (anyReason.isEmpty() || anyReason.stream().anyMatch(input.reasons()::contains))
                    && input.reasons().containsAll(allReasons)
                    && (countries.isEmpty()
                            || input.country().filter(countries::contains).isPresent())
                    && input.country().filter(notCountries::contains).isEmpty();
        }
    }

    /** From a number on, up to below another. */
    public record Range(double from, double below) {
        static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        public Range {
            if (!(from < below)) {
                throw new IllegalArgumentException("nothing lies from " + from + " to below " + below);
            }
        }

        /** An unknown number is NaN. */
        boolean holds(double value) {
            return equals(ANY) || from <= value && value < below;
        }
    }

    boolean isAbout(PolicyInput input) {
        return when.holds(input);
    }

    Decision change(Decision soFar) {
        return switch (effect) {
            case DECISION -> decision;
            case AT_LEAST -> soFar.atLeast(decision);
            case AT_MOST -> soFar.atMost(decision);
        };
    }
}

package io.ringsight.ingest.record;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an installation assumes of an identifier type before anything is estimated: how probable it is that two accounts which both have
 * one share its value, or, of bit hashes, have near ones. In the terms of Fellegi and Sunter: u for strangers, m for all others.
 * Immutable.
 *
 * @param probabilities of those of whom something is assumed; of the others, the default of the type or kind holds
 */
public record SharingPrior(Map<Sharers, Double> probabilities) {
    /** Nothing is assumed but the defaults. */
    public static final SharingPrior DEFAULT = new SharingPrior(Map.of());

    public SharingPrior {
        probabilities.forEach((sharers, probability) -> {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "Probability of " + sharers.word() + " is " + probability + ", not between 0 and 1.");
            }
        });
        var inOrder = new EnumMap<Sharers, Double>(Sharers.class);
        inOrder.putAll(probabilities);
        probabilities = Collections.unmodifiableMap(inOrder);
    }

    public OptionalDouble of(Sharers sharers) {
        Double probability = probabilities.get(sharers);
        return probability == null ? OptionalDouble.empty() : OptionalDouble.of(probability);
    }

    /** One line for each, such as {@code operated=0.3}. */
    public List<String> lines() {
        return probabilities.entrySet().stream()
                .map(entry -> entry.getKey().word() + "=" + entry.getValue())
                .toList();
    }
}

package io.ringsight.api.service;

import java.time.Duration;

/**
 * How well a service is at the moment of a check.
 *
 * @param indexAgeMillis since it last read the log of the store to its end
 * @param storeAnswers whether the store does, as far as it has heard
 * @param modelPresent whether the model that should judge judged the detection that is served, or none should
 */
public record ServedHealth(long indexAgeMillis, boolean storeAnswers, boolean modelPresent) {
    /** Nothing is missing. */
    public static final ServedHealth GOOD = new ServedHealth(0, true, true);

    public Duration indexAge() {
        return Duration.ofMillis(indexAgeMillis);
    }
}

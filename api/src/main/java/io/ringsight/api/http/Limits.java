package io.ringsight.api.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;
import java.util.Objects;

/**
 * How much is answered at a time: {@code ringsight.limits} in application.yml, or RINGSIGHT_LIMITS_… in the environment.
 *
 * @param connections open at a time; further ones are closed at once
 * @param requestTime from the first byte of a request to its last
 * @param bodyMemory bytes of all bodies that are held at a time
 * @param checksUnderWay at a time; without it, four for each processor
 * @param checksWaiting at a time
 * @param checkWait longest time that a check waits before it is begun
 * @param applicationsUnderWay bodies that are written at a time
 * @param applicationsWaiting at a time
 * @param applicationWait longest time that a body waits
 * @param shareOfOneKey of those who wait, from 0 to 1, when there are API keys
 */
@ConfigurationProperties("ringsight.limits")
record Limits(
        int connections,
        Duration requestTime,
        @ReadableBytes long bodyMemory,
        @Nullable Integer checksUnderWay,
        int checksWaiting,
        Duration checkWait,
        int applicationsUnderWay,
        int applicationsWaiting,
        Duration applicationWait,
        double shareOfOneKey) {
    private static final int UNDER_WAY_PER_PROCESSOR = 4;

    Admission.Bounds checks(boolean open) {
        int underWay = Objects.requireNonNullElse(
                checksUnderWay, UNDER_WAY_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        return new Admission.Bounds(underWay, checksWaiting, ofOne(checksWaiting, open), checkWait);
    }

    Admission.Bounds applications(boolean open) {
        return new Admission.Bounds(
                applicationsUnderWay, applicationsWaiting, ofOne(applicationsWaiting, open), applicationWait);
    }

    /** Without keys everybody is one caller. */
    private int ofOne(int all, boolean open) {
        return open ? all : (int) Math.ceil(all * shareOfOneKey);
    }
}

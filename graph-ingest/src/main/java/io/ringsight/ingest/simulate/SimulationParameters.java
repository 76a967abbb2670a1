package io.ringsight.ingest.simulate;

import java.time.Instant;

/**
 * What to simulate. Equal parameters give equal files, byte for byte.
 *
 * @param accounts how many applications, 1 to 5,000,000
 * @param days over how many days they come, 1 to 3,650, counted from {@link #START}
 */
public record SimulationParameters(int accounts, long seed, int days, Dials dials) {
    /** The first day of every simulation: fixed, so that no file depends on the day on which it was made. */
    public static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    static final long DAY = 86_400_000; // milliseconds
    static final long HOUR = 3_600_000; // milliseconds

    public SimulationParameters {
        require(accounts >= 1 && accounts <= 5_000_000, "accounts must be 1 to 5000000, not " + accounts);
        require(days >= 1 && days <= 3_650, "days must be 1 to 3650, not " + days);
    }

    /** That many accounts over 180 days, 3 % of them fraudulent. */
    public static SimulationParameters of(int accounts, long seed) {
        return new SimulationParameters(accounts, seed, 180, Dials.usual());
    }

    /** The same with one dial turned. */
    public SimulationParameters with(String dial, double value) {
        return new SimulationParameters(accounts, seed, days, dials.with(dial, value));
    }

    /** The first moment after the simulation, milliseconds since 1970 UTC. */
    public long end() {
        return START.toEpochMilli() + days * DAY;
    }

    /** Share of accounts that are fraudulent. */
    public double prevalence() {
        return dials.of(Dial.PREVALENCE);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("Of a simulation, " + message + ".");
        }
    }
}

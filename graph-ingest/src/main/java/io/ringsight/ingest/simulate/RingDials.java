package io.ringsight.ingest.simulate;

import java.util.List;

/**
 * How one kind of ring behaves.
 *
 * @param size median members, 2 to 60; sizes are log-normal, so that few rings are several times as large
 * @param speed days from the first application of a ring to its last
 * @param evasion 0 to 1: how often a member avoids what gives the ring away: something of its own in place of what is
 *     shared, a near value in place of an equal one, or nothing shared at all
 * @param share relative share of the accounts of all rings
 */
record RingDials(double size, double speed, double evasion, double share) {
    static final List<String> WORDS = List.of("size", "speed", "evasion", "share");
    private static final double[] LEAST = {2, 0.01, 0, 0};
    private static final double[] MOST = {60, 3_650, 1, 1_000};
    private static final List<String> MEANINGS = List.of(
            "median members of a ring",
            "days from a ring's first application to its last",
            "how often members avoid what gives the ring away",
            "relative share of the accounts of all rings");

    double value(int number) {
        return switch (number) {
            case 0 -> size;
            case 1 -> speed;
            case 2 -> evasion;
            default -> share;
        };
    }

    RingDials with(int number, double value) {
        return new RingDials(
                number == 0 ? value : size,
                number == 1 ? value : speed,
                number == 2 ? value : evasion,
                number == 3 ? value : share);
    }

    DialDescription description(String pattern, int number) {
        return new DialDescription(
                pattern + "." + WORDS.get(number),
                value(number),
                LEAST[number],
                MOST[number],
                MEANINGS.get(number),
                "assumption");
    }
}

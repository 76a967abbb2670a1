package io.ringsight.ingest.simulate;

import static io.ringsight.ingest.simulate.SimulationParameters.DAY;
import static io.ringsight.ingest.simulate.SimulationParameters.HOUR;

import java.util.ArrayList;
import java.util.List;

/** When people apply: by the hour of the day, and in bursts when there is a campaign. Immutable. */
final class Moments {
    /** Of a day, from midnight. */
    private static final double[] HOURS = {2, 1, 1, 1, 1, 1, 2, 3, 5, 7, 8, 8, 9, 8, 7, 7, 7, 8, 9, 9, 9, 8, 6, 4};

    private static final int DAYS_BETWEEN_CAMPAIGNS = 12;
    private static final double NEAR = 6; // days that a ring puts an application off, or earlier, for a campaign

    private final long start; // ms since 1970 UTC
    private final int days;
    private final double campaignShare;
    private final List<Long> campaigns; // ms since 1970 UTC, three hours each

    Moments(SimulationParameters parameters) {
        start = SimulationParameters.START.toEpochMilli();
        days = parameters.days();
        campaignShare = parameters.dials().of(Dial.CAMPAIGN);
        var chance = Chance.of(parameters.seed(), "campaigns", 0);
        List<Long> drawn = new ArrayList<>();
        for (int i = 0; i <= days / DAYS_BETWEEN_CAMPAIGNS; i++) {
            drawn.add(start + chance.below(days) * DAY + chance.between(9, 19) * HOUR);
        }
        campaigns = List.copyOf(drawn);
    }

    long end() {
        return start + days * DAY;
    }

    /** The day a moment is of, counted from 0. */
    int day(long moment) {
        return (int) ((moment - start) / DAY);
    }

    int days() {
        return days;
    }

    /** When somebody honest applies. */
    long ordinary(Chance chance) {
        return chance.happens(campaignShare)
                ? chance.pick(campaigns) + chance.below(3 * HOUR)
                : within(0, days, chance);
    }

    /**
     * A moment of a ring that is at work in a stretch of days: near one of its days, and on a campaign as often as honest people
     * on the whole, which is more often than they when there is one near, as there may be none.
     */
    long ofRing(double day, double from, double length, Chance chance) {
        double least = Math.max(from, day - NEAR);
        double most = Math.min(from + length, day + NEAR);
        List<Long> near = campaigns.stream()
                .filter(at -> at >= start + least * DAY && at + 3 * HOUR <= start + most * DAY)
                .toList();
        double none = StrictMath.pow(1 - Math.min(1, (most - least) / days), campaigns.size());
        return !near.isEmpty() && chance.happens(campaignShare / Math.max(0.01, 1 - none))
                ? chance.pick(near) + chance.below(3 * HOUR)
                : within(day, Math.min(1, length), chance);
    }

    /** A moment in a stretch of days, at the hours at which people are awake. */
    long within(double fromDay, double length, Chance chance) {
        if (length < 1) {
            long from = start + (long) (fromDay * DAY);
            return Math.min(end() - 1, from + chance.below(Math.max(1, (long) (length * DAY))));
        }
        long day = Math.min(days - 1, (long) (fromDay + chance.share() * length));
        return start + day * DAY + chance.weighted(HOURS) * HOUR + chance.below(HOUR);
    }

    /** A moment at somebody's desk: a working day from nine to six, in steps of ten minutes. */
    long atWork(int day, int slot) {
        return start + Math.min(day, days - 1) * DAY + 9 * HOUR + slot * (HOUR / 6);
    }
}

package io.ringsight.detect.explanation;

import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a ring grew, day by day in UTC, as far as its days of change go.
 *
 * @param first when its first member was created, milliseconds since 1970 UTC
 * @param last when its last one was
 * @param mostIn1Day most members that were created within 24 hours
 * @param mostIn7Days … within 7 days
 * @param mostIn30Days … within 30 days
 * @param days on which something changed, the earliest first
 * @param truncated {@code days} when there are more than {@value #MOST_DAYS}: the earliest stand
 */
public record RingGrowth(
        long first,
        long last,
        int mostIn1Day,
        int mostIn7Days,
        int mostIn30Days,
        List<Day> days,
        List<String> truncated) {
    /** Days that are told, at most. */
    public static final int MOST_DAYS = 400;

    public RingGrowth {
        days = List.copyOf(days);
        truncated = List.copyOf(truncated);
    }

    /**
     * A day on which a ring changed.
     *
     * @param joined members created that day
     * @param shared identifiers that a second member came to use that day
     * @param members how many there are by its end
     * @param sharedSoFar identifiers that at least two use by its end
     */
    public record Day(LocalDate date, int joined, int shared, int members, int sharedSoFar) {}

    /** Days from the first member to the last, begun ones counted. */
    public long daysBetween() {
        return Math.max(1, Math.ceilDiv(last - first, Duration.ofDays(1).toMillis()));
    }

    /** @param members numbers in the snapshot */
    static RingGrowth of(IdentityGraph graph, int[] members) {
        long[] created =
                Arrays.stream(members).mapToLong(graph::createdAt).sorted().toArray();
        var joined = new TreeMap<LocalDate, Integer>();
        var shared = new TreeMap<LocalDate, Integer>();
        Arrays.stream(created).forEach(time -> joined.merge(day(time), 1, Integer::sum));
        sharedSince(graph, members).forEach(time -> shared.merge(day(time), 1, Integer::sum));
        List<Day> days = days(joined, shared);
        boolean all = days.size() <= MOST_DAYS;
        return new RingGrowth(
                created[0],
                created[created.length - 1],
                most(created, Duration.ofDays(1)),
                most(created, Duration.ofDays(7)),
                most(created, Duration.ofDays(30)),
                all ? days : days.subList(0, MOST_DAYS),
                all ? List.of() : List.of("days"));
    }

    private static List<Day> days(SortedMap<LocalDate, Integer> joined, SortedMap<LocalDate, Integer> shared) {
        var dates = new TreeMap<LocalDate, Integer>(joined);
        shared.forEach((date, count) -> dates.merge(date, 0, Integer::sum));
        var days = new ArrayList<Day>();
        int members = 0;
        int sharedSoFar = 0;
        for (LocalDate date : dates.keySet()) {
            int more = joined.getOrDefault(date, 0);
            int moreShared = shared.getOrDefault(date, 0);
            members += more;
            sharedSoFar += moreShared;
            days.add(new Day(date, more, moreShared, members, sharedSoFar));
        }
        return days;
    }

    /** When each identifier was first seen with a second member. */
    private static List<Long> sharedSince(IdentityGraph graph, int[] members) {
        record Users(long first, long second) {}
        var since = new TreeMap<Integer, Users>();
        for (int account : members) {
            int previous = -1;
            for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
                int identifier = graph.identifierOf(s);
                if (identifier != previous
                        && !graph.isPlaceholder(identifier)) { // the first sighting of a run is the earliest
                    since.merge(
                            identifier,
                            new Users(graph.seenAt(s), Long.MAX_VALUE),
                            (a, b) -> new Users(
                                    Math.min(a.first, b.first), Math.min(a.second, Math.max(a.first, b.first))));
                }
                previous = identifier;
            }
        }
        return since.values().stream()
                .map(Users::second)
                .filter(time -> time < Long.MAX_VALUE)
                .toList();
    }

    private static LocalDate day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    }

    /** Most of the times, ascending, that lie within one window. */
    static int most(long[] times, Duration window) {
        int most = 0;
        for (int i = 0, first = 0; i < times.length; i++) {
            while (times[i] - times[first] > window.toMillis()) {
                first++;
            }
            most = Math.max(most, i - first + 1);
        }
        return most;
    }
}

package io.ringsight.detect.evidence;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The many users of a device, so that asking costs the same however many they are: 8 bytes each, and those with the smallest hashes by
 * themselves. One more takes the place of one of these at most. One thread adds, or many read.
 */
final class Crowd {
    private static final int KEPT = DeviceUsers.SAMPLE + 1; // who asks may be one of them

    private final LongArrayList firstSeen = new LongArrayList(); // ascending, milliseconds since 1970 UTC
    private final List<Member> smallest = new ArrayList<>(); // in their order

    private final Comparator<Member> byHash; // then by id, for those few whose hashes are equal

    private record Member(int account, long hash) {}

    private Crowd(GrowingGraph graph) {
        byHash = Comparator.comparingLong(Member::hash).thenComparing(member -> graph.accountId(member.account));
    }

    /** All users of a device. */
    static Crowd of(GrowingGraph graph, int device) {
        var crowd = new Crowd(graph);
        graph.forEachUser(device, (account, first) -> {
            crowd.firstSeen.add(first);
            crowd.keep(account, graph.accountId(account));
        });
        crowd.firstSeen.sort(null);
        crowd.firstSeen.trim();
        return crowd;
    }

    private void keep(int account, String accountId) {
        var member = new Member(account, AccountOrder.mix(accountId.hashCode()));
        if (smallest.size() < KEPT || byHash.compare(member, smallest.getLast()) < 0) {
            smallest.add(-Collections.binarySearch(smallest, member, byHash) - 1, member);
            if (smallest.size() > KEPT) {
                smallest.removeLast();
            }
        }
    }

    /** Takes in one that is none of them yet. */
    void add(int account, String accountId, long first) {
        firstSeen.add(until(first), first);
        keep(account, accountId);
    }

    /** One of them was seen with it earlier than was known. */
    void move(long before, long now) {
        firstSeen.removeLong(until(before) - 1);
        firstSeen.add(until(now), now);
    }

    /** How many were first seen with it by then. */
    private int until(long time) {
        int low = 0;
        int high = firstSeen.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (firstSeen.getLong(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** All of them, see {@link DeviceUsers}. */
    DeviceUsers users(long from, long now) {
        return users(smallest.stream(), from, now);
    }

    /** All but one of them, that was first seen with it then. */
    DeviceUsers others(int but, long seen, long from, long now) {
        DeviceUsers all = users(smallest.stream().filter(member -> member.account != but), from, now);
        return new DeviceUsers(
                all.count() - 1,
                all.sample(),
                all.before() - (seen <= from ? 1 : 0),
                all.recent() - (seen > from && seen <= now ? 1 : 0),
                firstSeen.getLong(seen == all.first() ? 1 : 0));
    }

    private DeviceUsers users(Stream<Member> sample, long from, long now) {
        int before = until(from);
        return new DeviceUsers(
                firstSeen.size(),
                sample.limit(DeviceUsers.SAMPLE).mapToInt(Member::account).toArray(),
                before,
                Math.max(0, until(now) - before),
                firstSeen.getLong(0));
    }
}

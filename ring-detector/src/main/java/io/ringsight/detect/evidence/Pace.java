package io.ringsight.detect.evidence;

import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * How close in time the users of one thing came, against how close any accounts come: a ring's operator is in a hurry, the customers of an
 * agent and the members of a family come at a human pace. Holds 31 to 42 bytes a thing of more than two users. Immutable, thread-safe.
 */
final class Pace {
    private static final long WEEK = 7 * 86_400_000L; // ms to either side
    /** Of things that more use, the pace is everybody's. */
    private static final int MOST_USERS = 256;

    private final Int2IntOpenHashMap rows = new Int2IntOpenHashMap(); // by thing whose pace is known, see SharedThings
    private final DoubleArrayList near = new DoubleArrayList(); // pairs of users within a week, from either end, by row
    private final DoubleArrayList expected = new DoubleArrayList(); // the same at everybody's pace
    private final IntArrayList users = new IntArrayList();

    Pace(IdentityGraph graph, Frequencies frequencies) {
        rows.defaultReturnValue(-1);
        long[] createdAt = new long[graph.accountCount()];
        Arrays.setAll(createdAt, graph::createdAt);
        Arrays.sort(createdAt);
        long[] times = new long[MOST_USERS];
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int degree = frequencies.degree(identifier);
            if (degree > 2 && degree <= MOST_USERS) {
                count(identifier, times, users(graph, identifier, times, 0), createdAt);
            }
        }
        for (int key = 0; key < graph.blockingKeyCount(); key++) {
            int behind = frequencies.accountsBehind(key);
            if (behind > 2 && behind <= MOST_USERS) {
                int size = 0;
                for (int at = graph.firstBlocked(key); at < graph.firstBlocked(key + 1); at++) {
                    size = users(graph, graph.blockedIdentifier(at), times, size);
                }
                count(graph.identifierCount() + key, times, size, createdAt);
            }
        }
        rows.trim();
        near.trim();
        expected.trim();
        users.trim();
    }

    /**
     * The level of the pace of the others behind a thing; missing for -1 and for what is not of the snapshot. Half a user is added to what is counted and expected, so that few say
     * little.
     *
     * @param counted whether the pair was counted among the users: what it says by itself is in how far it is apart
     * @param apart milliseconds between the pair
     */
    int level(int thing, boolean counted, long apart) {
        int row = rows.get(thing);
        if (row < 0) {
            return Levels.MISSING;
        }
        int count = users.getInt(row);
        double pairs = count * (count - 1.0) / 2;
        double others = near.getDouble(row) - (counted && apart <= WEEK ? 2 : 0);
        double chance = expected.getDouble(row) * (counted ? (pairs - 1) / pairs : 1);
        return Levels.ofPace(LogOdds.log2((others / count + 0.5) / (chance / count + 0.5)));
    }

    /** Adds when each user was created. */
    private static int users(IdentityGraph graph, int identifier, long[] times, int from) {
        int size = from;
        int previous = -1;
        for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
            if (graph.accountOf(use) != previous) {
                previous = graph.accountOf(use);
                times[size++] = graph.createdAt(previous);
            }
        }
        return size;
    }

    private void count(int thing, long[] times, int size, long[] createdAt) {
        Arrays.sort(times, 0, size);
        double within = 0;
        double chance = 0;
        for (int i = 0, first = 0; i < size; i++) {
            while (times[i] - times[first] > WEEK) {
                first++;
            }
            within += 2.0 * (i - first); // each pair is near from either end
            int around = after(createdAt, times[i] + WEEK) - after(createdAt, times[i] - WEEK - 1);
            chance += (size - 1) * (around / (double) createdAt.length);
        }
        rows.put(thing, users.size());
        near.add(within);
        expected.add(chance);
        users.add(size);
    }

    /** Accounts created by then. */
    private static int after(long[] createdAt, long time) {
        int low = 0;
        int high = createdAt.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (createdAt[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

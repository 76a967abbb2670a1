package io.ringsight.detect.evidence;

import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;

/**
 * How close in time the users of one thing came, against how close any accounts come: a ring's operator is in a hurry, the customers of an
 * agent and the members of a family come at a human pace. Immutable, thread-safe.
 */
final class Pace {
    private static final long WEEK = 7 * 86_400_000L; // ms to either side
    /** Of things that more use, the pace is everybody's. */
    private static final int MOST_USERS = 256;

    private final byte[] level; // by thing, see SharedThings

    Pace(IdentityGraph graph, Frequencies frequencies) {
        level = new byte[graph.identifierCount() + graph.blockingKeyCount()];
        long[] createdAt = new long[graph.accountCount()];
        Arrays.setAll(createdAt, graph::createdAt);
        Arrays.sort(createdAt);
        long[] times = new long[MOST_USERS];
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int users = frequencies.degree(identifier);
            if (users > 2 && users <= MOST_USERS) {
                level[identifier] = (byte) level(times, users(graph, identifier, times, 0), createdAt);
            }
        }
        for (int key = 0; key < graph.blockingKeyCount(); key++) {
            int users = frequencies.accountsBehind(key);
            if (users > 2 && users <= MOST_USERS) {
                int size = 0;
                for (int at = graph.firstBlocked(key); at < graph.firstBlocked(key + 1); at++) {
                    size = users(graph, graph.blockedIdentifier(at), times, size);
                }
                level[graph.identifierCount() + key] = (byte) level(times, size, createdAt);
            }
        }
    }

    /** The level of a thing; missing for -1. */
    int level(int thing) {
        return thing < 0 ? Levels.MISSING : level[thing];
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

    /** Of the mean number of others within a week; half a user is added to either count, so that few say little. */
    private static int level(long[] times, int size, long[] createdAt) {
        Arrays.sort(times, 0, size);
        double near = 0;
        double expected = 0;
        for (int i = 0, first = 0; i < size; i++) {
            while (times[i] - times[first] > WEEK) {
                first++;
            }
            near += 2.0 * (i - first); // each pair is near from either end
            int around = after(createdAt, times[i] + WEEK) - after(createdAt, times[i] - WEEK - 1);
            expected += (size - 1) * (around / (double) createdAt.length);
        }
        return Levels.ofPace(LogOdds.log2((near / size + 0.5) / (expected / size + 0.5)));
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

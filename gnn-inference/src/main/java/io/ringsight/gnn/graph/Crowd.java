package io.ringsight.gnn.graph;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** The users of one identifier, seen from each of them. */
final class Crowd {
    private static final double[] WINDOWS = {PairFeatures.DAY, 7 * PairFeatures.DAY, 30 * PairFeatures.DAY};

    private final RelationGraph graph;
    private final IdentityGraph snapshot;
    private final FloatBuffer values;
    private long[] times = new long[0]; // sorted
    private final int[][] attributes = new int[AccountAttribute.values().length][]; // sorted

    Crowd(RelationGraph graph, IdentityGraph snapshot, FloatBuffer values) {
        this.graph = graph;
        this.snapshot = snapshot;
        this.values = values;
    }

    void describe(int identifier) {
        int first = graph.firstUse(identifier);
        int degree = graph.degree(identifier);
        times = new long[degree];
        for (int a = 0; a < attributes.length; a++) {
            attributes[a] = new int[degree];
        }
        for (int i = 0; i < degree; i++) {
            times[i] = graph.firstSeen(graph.pairOf(first + i));
            for (AccountAttribute attribute : AccountAttribute.values()) {
                attributes[attribute.ordinal()][i] = snapshot.attribute(attribute, graph.accountOf(first + i));
            }
        }
        Arrays.sort(times);
        for (int[] attribute : attributes) {
            Arrays.sort(attribute);
        }
        for (int i = 0; i < degree; i++) {
            describe(graph.accountOf(first + i), graph.pairOf(first + i) * PairFeatures.WIDTH);
        }
    }

    private void describe(int account, int at) {
        float others = times.length - 1;
        long time = graph.firstSeen(at / PairFeatures.WIDTH);
        int rank = lower(time);
        values.put(at + 7, Math.min(1, rank / others));
        values.put(at + PairFeatures.GAP, (float) (Math.log1p(gap(time, rank) / PairFeatures.DAY) / 5));
        for (int w = 0; w < WINDOWS.length; w++) {
            long reach = (long) WINDOWS[w];
            values.put(at + 9 + w, (lower(time + reach + 1) - lower(time - reach) - 1) / others);
        }
        for (AccountAttribute attribute : AccountAttribute.values()) {
            values.put(at + 12 + attribute.ordinal(), same(attribute, account) / others);
        }
        values.put(at + PairFeatures.UNLIKE, unlike(account) / others);
    }

    private double gap(long time, int rank) {
        double gap = Double.MAX_VALUE;
        if (rank > 0) {
            gap = time - times[rank - 1];
        }
        if (rank + 1 < times.length) {
            gap = Math.min(gap, times[rank + 1] - time);
        }
        return gap;
    }

    private int lower(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int same(AccountAttribute attribute, int account) {
        int value = snapshot.attribute(attribute, account);
        return value < 0 ? 0 : count(attributes[attribute.ordinal()], value) - 1;
    }

    /** At least so many differ in both: those of the same surname or birth date may overlap. */
    private int unlike(int account) {
        int surname = snapshot.attribute(AccountAttribute.SURNAME, account);
        int birth = snapshot.attribute(AccountAttribute.BIRTH_DATE, account);
        if (surname < 0 || birth < 0) {
            return 0;
        }
        int[] surnames = attributes[AccountAttribute.SURNAME.ordinal()];
        int[] births = attributes[AccountAttribute.BIRTH_DATE.ordinal()];
        int unknown = Math.max(from(surnames, 0), from(births, 0));
        return Math.max(0, times.length - 1 - unknown - (count(surnames, surname) - 1) - (count(births, birth) - 1));
    }

    private static int count(int[] sorted, int value) {
        return from(sorted, value + 1) - from(sorted, value);
    }

    /** How many are below {@code value}. */
    private static int from(int[] sorted, int value) {
        int at = Arrays.binarySearch(sorted, value);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at;
    }
}

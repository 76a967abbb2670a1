package io.ringsight.gnn.graph;

import io.ringsight.ingest.record.AccountAttribute;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** The users of one identifier, seen from each of them. Told one by one, settled, then asked; reused. Not thread-safe. */
final class Crowd {
    private static final double[] WINDOWS = {PairFeatures.DAY, 7 * PairFeatures.DAY, 30 * PairFeatures.DAY};
    private static final int ATTRIBUTES = AccountAttribute.values().length;

    private long[] times = new long[64]; // ms since 1970 UTC; ascending once settled
    private final int[][] attributes = new int[ATTRIBUTES][64]; // ascending once settled
    private int size;

    void clear() {
        size = 0;
    }

    /**
     * @param firstSeen with the identifier, milliseconds since 1970 UTC
     * @param values by attribute; -1 where it has none
     */
    void add(long firstSeen, int[] values) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
                attributes[attribute] = Arrays.copyOf(attributes[attribute], 2 * size);
            }
        }
        times[size] = firstSeen;
        for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
            attributes[attribute][size] = values[attribute];
        }
        size++;
    }

    void settle() {
        Arrays.sort(times, 0, size);
        for (int[] attribute : attributes) {
            Arrays.sort(attribute, 0, size);
        }
    }

    /**
     * Writes what the others are like for one of them, at least two in all, into the row that begins {@code at} that position.
     *
     * @param share of the others that was told: the nearest of some is as much farther than the nearest of all
     */
    void describe(long firstSeen, int[] values, FloatBuffer rows, int at, double share) {
        float others = size - 1;
        int rank = lower(firstSeen);
        rows.put(at + PairFeatures.EARLIER, Math.min(1, rank / others));
        rows.put(at + PairFeatures.GAP, (float) (Math.log1p(share * gap(firstSeen, rank) / PairFeatures.DAY) / 5));
        for (int w = 0; w < WINDOWS.length; w++) {
            long reach = (long) WINDOWS[w];
            rows.put(
                    at + PairFeatures.WITHIN_1_DAY + w,
                    (lower(firstSeen + reach + 1) - lower(firstSeen - reach) - 1) / others);
        }
        for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
            rows.put(at + PairFeatures.SAME_GIVEN_NAME + attribute, same(attribute, values) / others);
        }
        rows.put(at + PairFeatures.UNLIKE, unlike(values) / others);
    }

    private double gap(long time, int rank) {
        double gap = Double.MAX_VALUE;
        if (rank > 0) {
            gap = time - times[rank - 1];
        }
        if (rank + 1 < size) {
            gap = Math.min(gap, times[rank + 1] - time);
        }
        return gap;
    }

    private int lower(long time) {
        int low = 0;
        int high = size;
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

    private int same(int attribute, int[] values) {
        return values[attribute] < 0 ? 0 : count(attribute, values[attribute]) - 1;
    }

    /** At least so many differ in both: those of the same surname or birth date may overlap. */
    private int unlike(int[] values) {
        int surname = AccountAttribute.SURNAME.ordinal();
        int birth = AccountAttribute.BIRTH_DATE.ordinal();
        if (values[surname] < 0 || values[birth] < 0) {
            return 0;
        }
        int unknown = Math.max(from(surname, 0), from(birth, 0));
        return Math.max(0, size - 1 - unknown - same(surname, values) - same(birth, values));
    }

    private int count(int attribute, int value) {
        return from(attribute, value + 1) - from(attribute, value);
    }

    /** How many are below {@code value}. */
    private int from(int attribute, int value) {
        int[] sorted = attributes[attribute];
        int at = Arrays.binarySearch(sorted, 0, size, value);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at;
    }
}

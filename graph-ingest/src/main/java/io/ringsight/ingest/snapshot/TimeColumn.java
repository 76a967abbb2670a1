package io.ringsight.ingest.snapshot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Times in milliseconds, in 5 bytes each as long as all lie within 34 years (2^40 ms) of the earliest, else in 8. Immutable, thread-safe.
 */
final class TimeColumn {
    private static final long RANGE = 1L << 40;

    private final long earliest;
    private final int[] low; // the lower 32 bits of what is later than the earliest
    private final byte[] high; // the 8 above
    private final long @Nullable [] wide; // instead of both

    private TimeColumn(long earliest, int[] low, byte[] high, long @Nullable [] wide) {
        this.earliest = earliest;
        this.low = low;
        this.high = high;
        this.wide = wide;
    }

    /** @param times are not kept */
    static TimeColumn of(long[] times) {
        long earliest = Arrays.stream(times).min().orElse(0);
        long latest = Arrays.stream(times).max().orElse(0);
        if (latest - earliest >= RANGE || latest - earliest < 0) {
            return new TimeColumn(0, new int[0], new byte[0], times.clone());
        }
        int[] low = new int[times.length];
        byte[] high = new byte[times.length];
        for (int i = 0; i < times.length; i++) {
            long later = times[i] - earliest;
            low[i] = (int) later;
            high[i] = (byte) (later >>> Integer.SIZE);
        }
        return new TimeColumn(earliest, low, high, null);
    }

    long get(int row) {
        return wide != null ? wide[row] : earliest + ((high[row] & 0xFFL) << Integer.SIZE | low[row] & 0xFFFF_FFFFL);
    }

    int size() {
        return wide != null ? wide.length : low.length;
    }

    /** The newest; {@code Long.MIN_VALUE} where there is none. */
    long newest() {
        long newest = Long.MIN_VALUE;
        for (int row = 0; row < size(); row++) {
            newest = Math.max(newest, get(row));
        }
        return newest;
    }

    /** Of a row. */
    int bytes() {
        return wide != null ? Long.BYTES : Integer.BYTES + Byte.BYTES;
    }

    /** Whether the other has the same times in the same order. */
    boolean sameAs(TimeColumn other) {
        return earliest == other.earliest
                && Arrays.equals(low, other.low)
                && Arrays.equals(high, other.high)
                && Arrays.equals(wide, other.wide);
    }
}

package io.ringsight.detect.evidence;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * Pairs of ranks as they are found, and how. One long a pair: the lower rank in the high half, the other in the low one above two flags.
 * One thread.
 */
final class PairCollector {
    /** Found among all pairs of its group. */
    static final int WHOLE = 1;
    /** Found by a draw that knows nothing of the pair but its group. */
    static final int SAMPLED = 2;
    /** Found because one came after the other. */
    static final int NEXT = 0;

    private static final int FLAGS = 2;

    private long[] pairs = new long[1_024];
    private int size;

    void add(int one, int other, int how) {
        if (one == other) {
            return;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.addExact(size, size >> 1));
        }
        pairs[size++] = (long) Math.min(one, other) << 32 | (long) Math.max(one, other) << FLAGS | how;
    }

    /** Each pair once, by lower rank, then the other; how it was found added up. */
    long[] distinct() {
        LongArrays.radixSort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && pairs[i] >>> FLAGS == pairs[kept - 1] >>> FLAGS) {
                pairs[kept - 1] |= pairs[i];
            } else {
                pairs[kept++] = pairs[i];
            }
        }
        return Arrays.copyOf(pairs, kept);
    }

    static int lower(long pair) {
        return (int) (pair >>> 32);
    }

    static int upper(long pair) {
        return (int) pair >>> FLAGS;
    }

    static int how(long pair) {
        return (int) pair & 3;
    }
}

package io.ringsight.ingest.snapshot;

import java.util.Arrays;

/**
 * One attribute of all accounts.
 *
 * @param values int[accounts], number of the value or -1; numbered from 0 as accounts meet them, so the key plays no part
 * @param high long[values], half of the token of a value
 * @param low long[values], its other half
 */
record AttributeColumn(int[] values, long[] high, long[] low) {
    boolean sameAs(AttributeColumn other) {
        return Arrays.equals(values, other.values) && Arrays.equals(high, other.high) && Arrays.equals(low, other.low);
    }
}

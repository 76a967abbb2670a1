package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.Bytes;
import java.util.Arrays;
import java.util.Optional;

/**
 * One attribute of all accounts.
 *
 * @param values int[accounts], number of the value or -1; numbered from 0 as accounts meet them, so the key plays no part
 * @param high long[values], half of the token of a value
 * @param low long[values], its other half
 * @param signatures of values; those of a value that was stored without are missing
 */
record AttributeColumn(int[] values, long[] high, long[] low, SignatureColumn signatures) {
    /** Whether each value has a signature: then its number is the row. */
    boolean isSigned() {
        return signatures.owners().length == high.length;
    }

    /** The signature of a value as it is stored. */
    Optional<Bytes> stored(int value) {
        int row = Arrays.binarySearch(signatures.owners(), value);
        return row < 0 ? Optional.empty() : Optional.of(signatures.stored(row));
    }

    boolean sameAs(AttributeColumn other) {
        return Arrays.equals(values, other.values)
                && Arrays.equals(high, other.high)
                && Arrays.equals(low, other.low)
                && signatures.sameAs(other.signatures);
    }
}

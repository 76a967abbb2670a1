package io.ringsight.ingest.record;

import java.util.Arrays;

/** A byte string compared by content. Immutable as long as nobody writes to {@link #array()}. */
public record Bytes(byte[] array) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return array.length + " bytes";
    }
}

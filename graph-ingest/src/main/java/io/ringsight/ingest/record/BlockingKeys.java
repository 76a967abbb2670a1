package io.ringsight.ingest.record;

import java.util.Arrays;

/**
 * Keyed hashes that near identifiers of one type share, with their {@link BlockingKind} in the low four bits; each once, in an
 * order that depends on the value alone. Immutable as long as nobody writes to {@link #array()}.
 */
public record BlockingKeys(long... array) {
    public static final BlockingKeys NONE = new BlockingKeys();

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockingKeys keys && Arrays.equals(array, keys.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return array.length + " blocking keys";
    }
}

package io.ringsight.detect.evidence;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Two identifiers of one type that are near but not equal, and were weighed so for two accounts.
 *
 * @param one number in the snapshot; of the two, the identifier of smaller token
 * @param other the other one
 * @param kind in what way they are near
 * @param distance in how many bits their signatures differ; empty where values have none, and are known to be near by a key alone
 * @param signatureBits how many bits a signature has
 * @param likelihoodBits log2 of how much more probable being so near is under common control than otherwise, before anything else is known
 */
public record Resemblance(
        int one, int other, Kind kind, OptionalInt distance, int signatureBits, double likelihoodBits) {
    /** In what way two identifiers are near. */
    public enum Kind {
        /** Next to each other in a series, or of one template. */
        SERIES,
        /** Of one series, building or local part. */
        FAMILY,
        /** A slip apart: a letter or a digit. */
        SLIP,
        /** Bit hashes that differ in few bits. */
        BITS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Share of the bits of the signatures that are the same. */
    public OptionalDouble similarity() {
        return distance.isPresent()
                ? OptionalDouble.of(1 - distance.getAsInt() / (double) signatureBits)
                : OptionalDouble.empty();
    }
}

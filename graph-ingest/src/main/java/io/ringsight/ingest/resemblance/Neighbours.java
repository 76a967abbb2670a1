package io.ringsight.ingest.resemblance;

/**
 * Who is near a signature.
 *
 * @param numbers nearest first, then by number
 * @param distances in bits, by position in {@code numbers}
 * @param truncated whether the work was cut off, so that some may be missing
 */
public record Neighbours(int[] numbers, int[] distances, boolean truncated) {
    public int size() {
        return numbers.length;
    }
}

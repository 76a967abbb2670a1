package io.ringsight.ingest.resemblance;

import java.util.Arrays;

/** Those of the signatures offered that are within a radius. Not thread-safe. */
final class NearList {
    private final Signatures signatures;
    private final long[] signature;
    private final int radius;
    private long[] near = new long[16]; // distance << 32 | number
    private int size;

    NearList(Signatures signatures, long[] signature, int radius) {
        this.signatures = signatures;
        this.signature = signature;
        this.radius = radius;
    }

    void offer(int number) {
        int distance = signatures.distance(number, signature);
        if (distance <= radius) {
            if (size == near.length) {
                near = Arrays.copyOf(near, size * 2);
            }
            near[size++] = (long) distance << 32 | number;
        }
    }

    /** Each once, whatever how often it was offered. */
    Neighbours neighbours(boolean truncated) {
        Arrays.sort(near, 0, size);
        int[] numbers = new int[size];
        int[] distances = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || near[i] != near[i - 1]) {
                numbers[count] = (int) near[i];
                distances[count++] = (int) (near[i] >>> 32);
            }
        }
        return new Neighbours(Arrays.copyOf(numbers, count), Arrays.copyOf(distances, count), truncated);
    }
}

package io.ringsight.ingest.resemblance;

import java.util.Arrays;

/** One sample's turn of a join. One thread. */
final class KeyedSweep {
    private static final int WINDOW = 2_048;

    private final Signatures signatures;
    private final BitSample[] samples;
    private final int sample;
    private final int radius;
    private final Partners known;
    private final int[] starts; // int[keys + 1]
    private final int[] members; // int[n], by key
    private final Columns columns; // by key
    private final int[] distances = new int[WINDOW];
    private long[] found = new long[16];
    private int size;

    KeyedSweep(Signatures signatures, BitSample[] samples, int sample, int radius, Partners known) {
        this.signatures = signatures;
        this.samples = samples;
        this.sample = sample;
        this.radius = radius;
        this.known = known;
        var sorted = KeyedOrder.of(signatures, 0, signatures.size(), samples[sample]);
        this.starts = sorted.starts();
        this.members = sorted.members();
        this.columns = new Columns(signatures, members);
    }

    /** Pairs that no earlier sample brings together, at most so many for each signature and those after it. */
    long[] run() {
        for (int key = 0; key + 1 < starts.length; key++) {
            for (int at = starts[key]; at < starts[key + 1] - 1; at++) {
                if (!known.full(members[at])) {
                    compare(at, Math.min(starts[key + 1], at + 1 + WINDOW));
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** The member there with those that follow it. */
    private void compare(int at, int end) {
        int from = at + 1;
        int count = end - from;
        columns.distances(at, from, count, distances);
        int left = Columns.within(distances, count, radius); // mostly none
        int room = known.most();
        for (int i = 0; left > 0 && room > 0; i++) {
            if (distances[i] <= radius) {
                left--;
                if (isNew(members[at], members[from + i])) {
                    room--;
                    report(Partners.pair(members[at], members[from + i]));
                }
            }
        }
    }

    private boolean isNew(int one, int other) {
        for (int earlier = 0; earlier < sample; earlier++) {
            if (samples[earlier].agree(signatures, one, other)) {
                return false;
            }
        }
        return true;
    }

    private void report(long pair) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = pair;
    }
}

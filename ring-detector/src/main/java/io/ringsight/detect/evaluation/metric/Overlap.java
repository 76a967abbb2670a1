package io.ringsight.detect.evaluation.metric;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * Two clusterings of the same accounts laid over each other.
 *
 * @param predicted what was found
 * @param truth what is there
 * @param shared int[accounts]: accounts that share both the predicted and the true cluster with this one, itself included
 */
record Overlap(Clusters predicted, Clusters truth, int[] shared) {
    /**
     * @param predicted int[accounts], from 0; -1 in none
     * @param truth int[accounts], from 0; -1 in none
     * @param scored boolean[accounts]: the others are dropped from both clusterings
     */
    static Overlap of(int[] predicted, int[] truth, boolean[] scored) {
        if (predicted.length != truth.length || predicted.length != scored.length) {
            throw new IllegalArgumentException("Clusterings and mask speak of the same accounts, not of %d, %d and %d."
                    .formatted(predicted.length, truth.length, scored.length));
        }
        Clusters found = Clusters.of(predicted, scored);
        Clusters there = Clusters.of(truth, scored);
        var cells = new Long2IntOpenHashMap();
        for (int i = 0; i < predicted.length; i++) {
            if (found.contains(i) && there.contains(i)) {
                cells.addTo(cell(found, there, i), 1);
            }
        }
        int[] shared = new int[predicted.length];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = found.contains(i) && there.contains(i) ? cells.get(cell(found, there, i)) : 1;
        }
        return new Overlap(found, there, shared);
    }

    int accounts() {
        return shared.length;
    }

    private static long cell(Clusters found, Clusters there, int account) {
        return (long) found.of()[account] << 32 | there.of()[account];
    }
}

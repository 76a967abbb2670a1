package io.ringsight.gnn.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Of each identifier the nearest of those that resemble it, in compressed sparse rows. */
final class NearLists {
    private final int[] offsets;
    private final int[] identifiers;
    private final float[] distances;

    private NearLists(int[] offsets, int[] identifiers, float[] distances) {
        this.offsets = offsets;
        this.identifiers = identifiers;
        this.distances = distances;
    }

    static NearLists of(Resemblances resemblances, int identifierCount, int most) {
        int[] count = new int[identifierCount];
        int[] byDistance = IntStream.range(0, resemblances.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> resemblances.distance()[i])
                        .thenComparing(i ->
                                Math.min(resemblances.one()[i], resemblances.other()[i]))
                        .thenComparing(i ->
                                Math.max(resemblances.one()[i], resemblances.other()[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : byDistance) {
            count[resemblances.one()[i]]++;
            count[resemblances.other()[i]]++;
        }
        int[] offsets = new int[identifierCount + 1];
        for (int i = 0; i < identifierCount; i++) {
            offsets[i + 1] = offsets[i] + Math.min(most, count[i]);
        }
        int[] filled = Arrays.copyOf(offsets, identifierCount);
        var lists = new NearLists(offsets, new int[offsets[identifierCount]], new float[offsets[identifierCount]]);
        for (int i : byDistance) {
            lists.put(
                    resemblances.one()[i], resemblances.other()[i], resemblances.distance()[i], filled);
            lists.put(
                    resemblances.other()[i], resemblances.one()[i], resemblances.distance()[i], filled);
        }
        return lists;
    }

    private void put(int of, int identifier, float distance, int[] filled) {
        if (filled[of] < offsets[of + 1]) {
            identifiers[filled[of]] = identifier;
            distances[filled[of]++] = distance;
        }
    }

    int first(int identifier) {
        return offsets[identifier];
    }

    int identifier(int at) {
        return identifiers[at];
    }

    float distance(int at) {
        return distances[at];
    }
}

package io.ringsight.api.benchmark;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/** How often each value of a type occurs, by a 64-bit hash of both. Not thread-safe. */
final class ValueCounts {
    private final Long2IntOpenHashMap counts = new Long2IntOpenHashMap();

    void add(String type, String value) {
        counts.addTo(hash(type, value), 1);
    }

    int of(String type, String value) {
        return counts.get(hash(type, value));
    }

    private static long hash(String type, String value) {
        long hash = type.hashCode();
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash * 0x9E3779B97F4A7C15L;
    }
}

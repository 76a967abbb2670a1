package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.BlockingKind;
import java.util.Arrays;

/**
 * Blocking keys, numbered from 0 as identifiers meet them, and who has which. Those of one identifier alone join no two accounts of the
 * snapshot, but an applicant may share one.
 *
 * @param raw long[keys], the key itself
 * @param types byte[keys], ordinal of the identifier type
 * @param sorted int[keys], numbers in the order of (type, key)
 * @param typeStarts int[types + 1], where a type starts in {@code sorted}
 * @param offsets int[identifiers + 1]
 * @param keys int[positions], by identifier: in the order in which its value gave them
 * @param blockedOffsets int[keys + 1]
 * @param blocked int[positions], by key: identifiers, ascending
 */
record Blocking(
        long[] raw,
        byte[] types,
        int[] sorted,
        int[] typeStarts,
        int[] offsets,
        int[] keys,
        int[] blockedOffsets,
        int[] blocked) {

    /** @param sortedKeys long[keys], keys in the order of (type, key) */
    static Blocking of(long[] sortedKeys, int[] typeStarts, int[] sorted, int[] offsets, int[] keys) {
        long[] raw = new long[sorted.length];
        byte[] types = new byte[sorted.length];
        for (int type = 0; type < typeStarts.length - 1; type++) {
            for (int id = typeStarts[type]; id < typeStarts[type + 1]; id++) {
                raw[sorted[id]] = sortedKeys[id];
                types[sorted[id]] = (byte) type;
            }
        }
        int[] blockedOffsets = new int[sorted.length + 1];
        for (int key : keys) {
            blockedOffsets[key + 1]++;
        }
        CountingSort.offsets(blockedOffsets);
        int[] next = blockedOffsets.clone();
        int[] blocked = new int[keys.length];
        for (int identifier = 0; identifier < offsets.length - 1; identifier++) {
            for (int position = offsets[identifier]; position < offsets[identifier + 1]; position++) {
                blocked[next[keys[position]]++] = identifier;
            }
        }
        return new Blocking(raw, types, sorted, typeStarts, offsets, keys, blockedOffsets, blocked);
    }

    int size() {
        return raw.length;
    }

    BlockingKind kind(int key) {
        return BlockingKind.of(raw[key]);
    }

    BlockingKeys raw(int identifier) {
        return new BlockingKeys(Arrays.stream(keys, offsets[identifier], offsets[identifier + 1])
                .mapToLong(key -> raw[key])
                .toArray());
    }

    /** The number of a key of a type, or -1. */
    int find(int type, long key) {
        int low = typeStarts[type];
        int high = typeStarts[type + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(raw[sorted[middle]], key);
            if (order == 0) {
                return sorted[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    boolean sameAs(Blocking other) {
        return Arrays.equals(raw, other.raw)
                && Arrays.equals(types, other.types)
                && Arrays.equals(offsets, other.offsets)
                && Arrays.equals(keys, other.keys);
    }
}

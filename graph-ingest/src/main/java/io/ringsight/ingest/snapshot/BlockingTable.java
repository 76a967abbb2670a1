package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.BlockingKind;
import java.util.Arrays;

/** Blocking keys of numbered identifiers as they are added. Not thread-safe. */
final class BlockingTable {
    private final int types;
    private long[] keys = new long[16]; // of one identifier after the other; ids once they are resolved
    private int size;
    private int[] from = new int[16]; // by number: where its keys start
    private byte[] count = new byte[16]; // by number: how many it has
    private long[] distinct = new long[0]; // by id: the key itself, sorted within each type
    private int[] typeStarts = new int[1]; // int[types + 1]: first id of a type
    private long[] profiles = new long[0]; // by id

    BlockingTable(int types) {
        this.types = types;
    }

    void put(int number, BlockingKeys more) {
        if (number >= from.length) {
            int capacity = Math.max(number + 1, from.length + (from.length >> 1));
            from = Arrays.copyOf(from, capacity);
            count = Arrays.copyOf(count, capacity);
        }
        from[number] = size;
        for (long key : more.array()) {
            if (!holds(number, key) && count[number] < Byte.MAX_VALUE) {
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, Math.addExact(size, size >> 1));
                }
                keys[size++] = key;
                count[number]++;
            }
        }
    }

    private boolean holds(int number, long key) {
        for (int i = from[number]; i < from[number] + count[number]; i++) {
            if (keys[i] == key) {
                return true;
            }
        }
        return false;
    }

    private int count(int number) {
        return number < count.length ? count[number] : 0;
    }

    /** Gives keys ids, by type and key. */
    void resolve(CanonicalOrder order) {
        long[][] byType = byType(order);
        typeStarts = new int[types + 1];
        for (int type = 0; type < types; type++) {
            byType[type] = distinct(byType[type]);
            typeStarts[type + 1] = typeStarts[type] + byType[type].length;
        }
        distinct = new long[typeStarts[types]];
        for (int type = 0; type < types; type++) {
            System.arraycopy(byType[type], 0, distinct, typeStarts[type], byType[type].length);
        }
        for (int number : order.numbers()) {
            int type = order.type(number);
            for (int i = from(number); i < from(number) + count(number); i++) {
                keys[i] = Arrays.binarySearch(distinct, typeStarts[type], typeStarts[type + 1], keys[i]);
            }
        }
        profile(order);
    }

    private int from(int number) {
        return number < from.length ? from[number] : 0;
    }

    private long[][] byType(CanonicalOrder order) {
        int[] sizes = new int[types];
        for (int number : order.numbers()) {
            sizes[order.type(number)] += count(number);
        }
        long[][] byType = new long[types][];
        Arrays.setAll(byType, type -> new long[sizes[type]]);
        for (int number : order.numbers()) {
            int type = order.type(number);
            sizes[type] -= count(number);
            System.arraycopy(keys, from(number), byType[type], sizes[type], count(number));
        }
        return byType;
    }

    /** Each once, ascending. */
    private static long[] distinct(long[] keys) {
        Arrays.parallelSort(keys);
        int kept = 0;
        for (int i = 0; i < keys.length; i++) {
            if (kept == 0 || keys[kept - 1] != keys[i]) {
                keys[kept++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, kept);
    }

    /** Of each key, a sum over the runs of its identifiers: what tells keys apart without their being read. */
    private void profile(CanonicalOrder order) {
        if (order.tied().isEmpty()) {
            return;
        }
        profiles = new long[distinct.length];
        for (int place = 0; place < order.size(); place++) {
            int number = order.number(place);
            for (int i = from(number); i < from(number) + count(number); i++) {
                profiles[(int) keys[i]] += mix(order.run(place));
            }
        }
    }

    private static long mix(int run) {
        long mixed = (run + 1) * 0x9E3779B97F4A7C15L;
        return (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    }

    /** Of two of one type, by kinds and profiles of their keys. */
    int compare(int one, int other) {
        int i = from(one);
        int j = from(other);
        while (true) {
            boolean more = i < from(one) + count(one);
            if (!more || j == from(other) + count(other)) {
                return more ? 1 : j < from(other) + count(other) ? -1 : 0;
            }
            int a = (int) keys[i++];
            int b = (int) keys[j++];
            int byKind = BlockingKind.of(distinct[a]).compareTo(BlockingKind.of(distinct[b]));
            int order = byKind != 0 ? byKind : Long.compare(profiles[a], profiles[b]);
            if (order != 0) {
                return order;
            }
        }
    }

    /** Keys numbered as identifiers, whose old numbers {@code order} holds, meet them. */
    Blocking blocking(int[] order) {
        int[] offsets = new int[order.length + 1];
        int[] positions = new int[size];
        int[] numberOf = new int[distinct.length]; // by id, + 1
        int next = 0;
        int total = 0;
        for (int identifier = 0; identifier < order.length; identifier++) {
            int number = order[identifier];
            for (int i = from(number); i < from(number) + count(number); i++) {
                int id = (int) keys[i];
                if (numberOf[id] == 0) {
                    numberOf[id] = ++next;
                }
                positions[total++] = numberOf[id] - 1;
            }
            offsets[identifier + 1] = total;
        }
        Arrays.setAll(numberOf, id -> numberOf[id] - 1);
        return Blocking.of(distinct, typeStarts, numberOf, offsets, Arrays.copyOf(positions, total));
    }
}

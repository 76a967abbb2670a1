package io.ringsight.ingest.snapshot;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers account ids from 0 in the order of their first appearance. UTF-8 in one array, open addressing: about 30 bytes
 * an account of 16 characters, where a map of strings takes 130. Not thread-safe.
 */
final class AccountIndex {
    /** Of this index alone, so that nobody can choose ids that collide. Numbers do not depend on it. */
    private final long salt = System.nanoTime() * 0xD6E8FEB86659FD93L;

    private byte[] utf8 = new byte[256];
    private int[] offsets = new int[17];
    private int[] slots = new int[32]; // number + 1, 0 where free; a power of two, at most half full
    private int size;

    int size() {
        return size;
    }

    /** The number of that id, or -1. */
    int find(String id) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        return slots[slot(key, 0, key.length)] - 1;
    }

    /** Adds an id that {@link #find} does not find. */
    int add(String id) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        int end = Math.addExact(offsets[size], key.length);
        if (end > utf8.length) {
            utf8 = Arrays.copyOf(utf8, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, utf8.length * 2L)));
        }
        if (size + 2 > offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        int slot = slot(key, 0, key.length);
        System.arraycopy(key, 0, utf8, offsets[size], key.length);
        offsets[++size] = end;
        slots[slot] = size;
        if (size * 2L > slots.length) {
            grow();
        }
        return size - 1;
    }

    /** Numbers in order of id: by bytes, which is by code point. */
    int[] sorted() {
        int shared = sharedPrefix();
        long[] keys = new long[size];
        long[] numbers = new long[size];
        for (int number = 0; number < size; number++) {
            keys[number] = key(number, shared);
            numbers[number] = number;
        }
        LongArrays.quickSort(keys, numbers);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) numbers[i];
        }
        int from = 0;
        while (from < size) {
            int to = from + 1;
            while (to < size && keys[to] == keys[from]) {
                to++;
            }
            if (to - from > 1) {
                IntArrays.quickSort(order, from, to, this::compare);
            }
            from = to;
        }
        return order;
    }

    private int compare(int a, int b) {
        return Arrays.compareUnsigned(utf8, offsets[a], offsets[a + 1], utf8, offsets[b], offsets[b + 1]);
    }

    /** The eight bytes after the shared ones, as a signed number of the same order; zeros where there are none. */
    private long key(int number, int shared) {
        long key = 0;
        int from = offsets[number] + shared;
        for (int i = from; i < from + Long.BYTES; i++) {
            key = key << Byte.SIZE | (i < offsets[number + 1] ? utf8[i] & 0xFF : 0);
        }
        return key ^ Long.MIN_VALUE;
    }

    /** How many first bytes all ids have in common. */
    private int sharedPrefix() {
        int shared = size == 0 ? 0 : offsets[1];
        for (int number = 1; number < size; number++) {
            int difference = Arrays.mismatch(
                    utf8, 0, shared, utf8, offsets[number], Math.min(offsets[number + 1], offsets[number] + shared));
            shared = difference < 0 ? shared : difference;
        }
        return shared;
    }

    /** The ids with other numbers: {@code order} holds the present ones. */
    AccountIds inOrder(int[] order, int[] sorted) {
        byte[] bytes = new byte[offsets[size]];
        int[] starts = new int[size + 1];
        for (int i = 0; i < size; i++) {
            int from = offsets[order[i]];
            int length = offsets[order[i] + 1] - from;
            System.arraycopy(utf8, from, bytes, starts[i], length);
            starts[i + 1] = starts[i] + length;
        }
        return new AccountIds(bytes, starts, sorted);
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(utf8, offsets[number], offsets[number + 1])] = number + 1;
        }
    }

    private int slot(byte[] key, int from, int to) {
        int mask = slots.length - 1;
        long hash = salt;
        for (int i = from; i < to; i++) {
            hash = (hash ^ key[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        int slot = (int) (hash >>> 7) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (Arrays.equals(utf8, offsets[number], offsets[number + 1], key, from, to)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}

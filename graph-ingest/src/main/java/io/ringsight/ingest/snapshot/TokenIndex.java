package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.Token;
import java.util.Arrays;

/** Numbers (type, token) pairs from 0 in the order of their first appearance. Open addressing; not thread-safe. */
final class TokenIndex {
    private byte[] types = new byte[16];
    private long[] tokens = new long[32]; // high, low, high, low: neighbours in memory as they are compared together
    private int[] slots = new int[32]; // number + 1, 0 where free; a power of two, at most half full
    private int size;

    int size() {
        return size;
    }

    byte type(int number) {
        return types[number];
    }

    long high(int number) {
        return tokens[2 * number];
    }

    long low(int number) {
        return tokens[2 * number + 1];
    }

    /** The number of a pair, or -1. */
    int known(int type, Token token) {
        return slots[find(type, token.high(), token.low())] - 1;
    }

    int numberOf(int type, Token token) {
        int slot = find(type, token.high(), token.low());
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == types.length) {
            int capacity = size + (size >> 1);
            types = Arrays.copyOf(types, capacity);
            tokens = Arrays.copyOf(tokens, Math.multiplyExact(2, capacity));
        }
        types[size] = (byte) type;
        tokens[2 * size] = token.high();
        tokens[2 * size + 1] = token.low();
        slots[slot] = ++size;
        if (size * 2L > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[find(types[number], high(number), low(number))] = number + 1;
        }
    }

    private int find(int type, long high, long low) {
        int mask = slots.length - 1;
        long mixed = (high * 0x9E3779B97F4A7C15L + low + type) * 0xD6E8FEB86659FD93L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (high(number) == high && low(number) == low && types[number] == type) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}

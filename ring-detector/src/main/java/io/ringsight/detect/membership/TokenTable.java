package io.ringsight.detect.membership;

import io.ringsight.ingest.record.Token;
import it.unimi.dsi.fastutil.HashCommon;
import java.util.function.IntPredicate;

/**
 * Numbers of things by their tokens, which stand elsewhere: open addressing, 5 to 11 bytes a thing. Immutable once it is filled,
 * thread-safe then.
 */
final class TokenTable {
    private static final float MOST_FULL = 0.75f;

    private final int[] slots; // number + 1, 0 where free; a power of two

    /** @param things how many will be put at most */
    TokenTable(int things) {
        slots = new int[HashCommon.arraySize(things, MOST_FULL)];
    }

    /** @param type things of equal tokens and different types are different */
    void put(int type, Token token, int number) {
        slots[slot(type, token, _ -> false)] = number + 1;
    }

    /**
     * The number of a thing, or -1.
     *
     * @param is whether a number is that of the thing
     */
    int find(int type, Token token, IntPredicate is) {
        return slots[slot(type, token, is)] - 1;
    }

    /** Where the thing stands, or the free slot where it would. */
    private int slot(int type, Token token, IntPredicate is) {
        int mask = slots.length - 1;
        long mixed = (token.high() ^ token.low() + type) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != 0 && !is.test(slots[slot] - 1)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}

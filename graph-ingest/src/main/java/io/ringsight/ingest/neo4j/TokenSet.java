package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.record.Token;

/** A set of tokens in two long arrays: 27 to 54 bytes a token. Not thread-safe. */
final class TokenSet {
    private long[] highs = new long[1 << 10];
    private long[] lows = new long[1 << 10];
    private boolean zero;
    private int size;

    int size() {
        return size;
    }

    /** True when it was not there yet. */
    boolean add(Token token) {
        if (token.high() == 0 && token.low() == 0) {
            boolean added = !zero;
            zero = true;
            return added;
        }
        if (size * 5L > highs.length * 3L) {
            grow();
        }
        if (!insert(token.high(), token.low())) {
            return false;
        }
        size++;
        return true;
    }

    private boolean insert(long high, long low) {
        int mask = highs.length - 1;
        int slot = (int) (low ^ low >>> 32) & mask;
        while (highs[slot] != 0 || lows[slot] != 0) {
            if (highs[slot] == high && lows[slot] == low) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        highs[slot] = high;
        lows[slot] = low;
        return true;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        highs = new long[oldHighs.length * 2];
        lows = new long[oldLows.length * 2];
        for (int slot = 0; slot < oldHighs.length; slot++) {
            if (oldHighs[slot] != 0 || oldLows[slot] != 0) {
                insert(oldHighs[slot], oldLows[slot]);
            }
        }
    }
}

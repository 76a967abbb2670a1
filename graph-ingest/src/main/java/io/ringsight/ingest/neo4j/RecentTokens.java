package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.record.Token;

/**
 * Remembers some of the tokens that this run has written, hubs above all: 4 MB, whatever the run. Says yes only to what is
 * written. Not thread-safe.
 */
final class RecentTokens {
    private static final int SLOTS = 1 << 18;

    private final long[] highs = new long[SLOTS];
    private final long[] lows = new long[SLOTS];

    boolean contains(Token token) {
        int slot = slot(token);
        return highs[slot] == token.high() && lows[slot] == token.low();
    }

    void add(Token token) {
        int slot = slot(token);
        highs[slot] = token.high();
        lows[slot] = token.low();
    }

    private static int slot(Token token) {
        return (int) (token.low() & SLOTS - 1);
    }
}

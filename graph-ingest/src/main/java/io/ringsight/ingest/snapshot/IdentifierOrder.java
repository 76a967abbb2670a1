package io.ringsight.ingest.snapshot;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The order of identifiers by their first account, their type, and then all their sightings; tokens tell apart what nothing of
 * that does. One thread.
 */
final class IdentifierOrder {
    private final int[] rank; // position of each account in order of id
    private final SightingTable uses; // grouped by identifier, within it by rank of account
    private final int[] useOffsets; // rows of each identifier in uses
    private final TokenIndex tokens;

    IdentifierOrder(int[] rank, SightingTable uses, int[] useOffsets, TokenIndex tokens) {
        this.rank = rank;
        this.uses = uses;
        this.useOffsets = useOffsets;
        this.tokens = tokens;
    }

    /**
     * Two linear sorts leave short runs to compare; a run of n identifiers with one list of m sightings costs n log n * m.
     */
    CanonicalOrder canonical() {
        int count = useOffsets.length - 1;
        int[] order = CountingSort.stable(CountingSort.identity(count), Byte.MAX_VALUE + 1, tokens::type);
        int[] firstRank = new int[count];
        Arrays.setAll(firstRank, identifier -> rank[uses.account(useOffsets[identifier])]);
        order = CountingSort.stable(order, rank.length, identifier -> firstRank[identifier]);
        var tied = new BitSet();
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count
                    && firstRank[order[to]] == firstRank[order[from]]
                    && tokens.type(order[to]) == tokens.type(order[from])) {
                to++;
            }
            if (to - from > 1) {
                sort(order, from, to, tied);
            }
            from = to;
        }
        return new CanonicalOrder(order, tied, tokens::type);
    }

    private void sort(int[] order, int from, int to, BitSet tied) {
        IntArrays.quickSort(order, from, to, (a, b) -> {
            int bySightings = bySightings(a, b);
            return bySightings != 0 ? bySightings : byToken(a, b);
        });
        for (int place = from + 1; place < to; place++) {
            tied.set(place, bySightings(order[place - 1], order[place]) == 0);
        }
    }

    /** Of two identifiers of one type. */
    private int bySightings(int a, int b) {
        int i = useOffsets[a];
        int j = useOffsets[b];
        for (; i < useOffsets[a + 1] && j < useOffsets[b + 1]; i++, j++) {
            int who = Integer.compare(rank[uses.account(i)], rank[uses.account(j)]);
            int when = who != 0 ? who : Long.compare(uses.seenAt(i), uses.seenAt(j));
            int known = when != 0 ? when : Long.compare(uses.recordedAt(i), uses.recordedAt(j));
            if (known != 0) {
                return known;
            }
        }
        return Integer.compare(useOffsets[a + 1] - useOffsets[a], useOffsets[b + 1] - useOffsets[b]);
    }

    private int byToken(int a, int b) {
        int high = Long.compareUnsigned(tokens.high(a), tokens.high(b));
        return high != 0 ? high : Long.compareUnsigned(tokens.low(a), tokens.low(b));
    }
}

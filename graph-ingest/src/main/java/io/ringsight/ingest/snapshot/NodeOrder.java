package io.ringsight.ingest.snapshot;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * An order of accounts and identifiers in which connected ones are near each other: worth a factor of three to four in
 * neighbour aggregation. It depends on ids, types, times and structure; tokens only break ties between identifiers that
 * nothing else tells apart.
 *
 * @param accounts old numbers in new order
 * @param identifiers old numbers in new order
 */
record NodeOrder(int[] accounts, int[] identifiers) {

    /**
     * Breadth first, starting from each account in order of id.
     *
     * @param byId accounts in order of id
     * @param rank position of each account in that order
     * @param uses sightings grouped by identifier, within it by rank of account
     * @param useOffsets rows of each identifier in {@code uses}
     */
    static NodeOrder breadthFirst(int[] byId, int[] rank, SightingTable uses, int[] useOffsets, TokenIndex tokens) {
        int[] canonical = canonicalIdentifiers(rank, uses, useOffsets, tokens);
        int[] offsets = uses.offsetsByAccount(byId.length);
        int[] neighbours = identifiersByAccount(canonical, uses, useOffsets, offsets);
        int[] accounts = new int[byId.length];
        int[] identifiers = new int[canonical.length];
        boolean[] accountSeen = new boolean[byId.length];
        boolean[] identifierSeen = new boolean[canonical.length];
        int head = 0;
        int tail = 0;
        int identifierTail = 0;
        for (int start : byId) {
            if (accountSeen[start]) {
                continue;
            }
            accountSeen[start] = true;
            accounts[tail++] = start;
            while (head < tail) {
                int account = accounts[head++];
                for (int n = offsets[account]; n < offsets[account + 1]; n++) {
                    int identifier = neighbours[n];
                    if (identifierSeen[identifier]) {
                        continue;
                    }
                    identifierSeen[identifier] = true;
                    identifiers[identifierTail++] = identifier;
                    for (int use = useOffsets[identifier]; use < useOffsets[identifier + 1]; use++) {
                        int other = uses.account(use);
                        if (!accountSeen[other]) {
                            accountSeen[other] = true;
                            accounts[tail++] = other;
                        }
                    }
                }
            }
        }
        return new NodeOrder(accounts, identifiers);
    }

    /**
     * Identifiers by their first account, their type, and then all their sightings. Two linear sorts leave short runs to
     * compare; a run of n identifiers with one list of m sightings costs n log n * m.
     */
    private static int[] canonicalIdentifiers(int[] rank, SightingTable uses, int[] useOffsets, TokenIndex tokens) {
        int count = useOffsets.length - 1;
        int[] order = CountingSort.stable(CountingSort.identity(count), Byte.MAX_VALUE + 1, tokens::type);
        int[] firstRank = new int[count];
        Arrays.setAll(firstRank, identifier -> rank[uses.account(useOffsets[identifier])]);
        order = CountingSort.stable(order, rank.length, identifier -> firstRank[identifier]);
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count
                    && firstRank[order[to]] == firstRank[order[from]]
                    && tokens.type(order[to]) == tokens.type(order[from])) {
                to++;
            }
            if (to - from > 1) {
                IntArrays.quickSort(order, from, to, (i, j) -> compare(i, j, rank, uses, useOffsets, tokens));
            }
            from = to;
        }
        return order;
    }

    /** Of two identifiers of one type. */
    private static int compare(int a, int b, int[] rank, SightingTable uses, int[] useOffsets, TokenIndex tokens) {
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
        int length = Integer.compare(useOffsets[a + 1] - useOffsets[a], useOffsets[b + 1] - useOffsets[b]);
        if (length != 0) {
            return length;
        }
        int high = Long.compareUnsigned(tokens.high(a), tokens.high(b));
        return high != 0 ? high : Long.compareUnsigned(tokens.low(a), tokens.low(b));
    }

    /** Each account's identifiers in canonical order, in rows that {@code offsets} tells. */
    private static int[] identifiersByAccount(int[] canonical, SightingTable uses, int[] useOffsets, int[] offsets) {
        int[] next = offsets.clone();
        int[] neighbours = new int[uses.size()];
        for (int identifier : canonical) {
            for (int use = useOffsets[identifier]; use < useOffsets[identifier + 1]; use++) {
                neighbours[next[uses.account(use)]++] = identifier;
            }
        }
        return neighbours;
    }
}

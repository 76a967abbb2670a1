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
        int[] offsets = new int[byId.length + 1];
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

    private static int[] canonicalIdentifiers(int[] rank, SightingTable uses, int[] useOffsets, TokenIndex tokens) {
        int[] order = new int[useOffsets.length - 1];
        Arrays.setAll(order, i -> i);
        IntArrays.quickSort(order, (a, b) -> compare(a, b, rank, uses, useOffsets, tokens));
        return order;
    }

    private static int compare(int a, int b, int[] rank, SightingTable uses, int[] useOffsets, TokenIndex tokens) {
        int i = useOffsets[a];
        int j = useOffsets[b];
        int first = Integer.compare(rank[uses.account(i)], rank[uses.account(j)]);
        if (first != 0) {
            return first;
        }
        int type = Byte.compare(tokens.type(a), tokens.type(b));
        if (type != 0) {
            return type;
        }
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

    /** Each account's identifiers in canonical order; fills {@code offsets}. */
    private static int[] identifiersByAccount(int[] canonical, SightingTable uses, int[] useOffsets, int[] offsets) {
        for (int use = 0; use < uses.size(); use++) {
            offsets[uses.account(use) + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
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

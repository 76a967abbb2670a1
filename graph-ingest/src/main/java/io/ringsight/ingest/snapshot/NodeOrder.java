package io.ringsight.ingest.snapshot;

/**
 * An order of accounts and identifiers in which connected ones are near each other: worth a factor of three to four in
 * neighbour aggregation. It depends on ids, types, times and structure; what breaks ties between
 * identifiers that nothing of that tells apart, {@link IdentifierOrder} says.
 *
 * @param accounts old numbers in new order
 * @param identifiers old numbers in new order
 */
record NodeOrder(int[] accounts, int[] identifiers) {

    /**
     * Breadth first, starting from each account in order of id.
     *
     * @param byId accounts in order of id
     * @param uses sightings grouped by identifier, within it by rank of account
     * @param useOffsets rows of each identifier in {@code uses}
     * @param canonical identifiers in the order in which those of one account come
     */
    static NodeOrder breadthFirst(int[] byId, SightingTable uses, int[] useOffsets, int[] canonical) {
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

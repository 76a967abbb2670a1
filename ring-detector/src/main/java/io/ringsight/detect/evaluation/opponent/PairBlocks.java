package io.ringsight.detect.evaluation.opponent;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gathers pairs, rule by rule: accounts that something puts into one block. In a block of more than {@link #WHOLE} accounts
 * each is paired with the {@link #NEXT} that were created after it, so that the number of pairs grows with the accounts and
 * not with their square. Not thread-safe.
 */
final class PairBlocks {
    /** All pairs of a block of up to this many accounts. */
    static final int WHOLE = 50;

    /** How many pairs an account makes in a larger block. */
    static final int NEXT = 4;

    private final IdentityGraph graph;
    private long[] pairs = new long[1024];
    private int size;

    PairBlocks(IdentityGraph graph) {
        this.graph = graph;
    }

    /** Rule: one identifier. */
    void identifiers() {
        var block = new IntArrayList();
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            block.clear();
            users(identifier, block);
            block(block.elements(), 0, block.size());
        }
    }

    /** Rule: identifiers of one blocking key, whatever its kind but throw-away mailboxes, which thousands have. */
    void blockingKeys() {
        var block = new IntArrayList();
        for (int key = 0; key < graph.blockingKeyCount(); key++) {
            if (graph.blockingKind(key) != BlockingKind.DISPOSABLE) {
                block.clear();
                for (int at = graph.firstBlocked(key); at < graph.firstBlocked(key + 1); at++) {
                    users(graph.blockedIdentifier(at), block);
                }
                int[] accounts = block.toIntArray();
                IntArrays.quickSort(accounts);
                block(accounts, 0, distinct(accounts));
            }
        }
    }

    /** Rule: equal in all of these attributes. */
    void attributes(AccountAttribute... attributes) {
        int[] accounts = IntStream.range(0, graph.accountCount())
                .filter(account -> Arrays.stream(attributes).allMatch(a -> graph.attribute(a, account) >= 0))
                .toArray();
        IntArrays.quickSort(accounts, (a, b) -> {
            int order = compare(a, b, attributes);
            return order != 0 ? order : Integer.compare(a, b);
        });
        for (int from = 0, to; from < accounts.length; from = to) {
            to = from + 1;
            while (to < accounts.length && compare(accounts[from], accounts[to], attributes) == 0) {
                to++;
            }
            block(accounts, from, to);
        }
    }

    private int compare(int a, int b, AccountAttribute... attributes) {
        int order = 0;
        for (int i = 0; i < attributes.length && order == 0; i++) {
            order = Integer.compare(graph.attribute(attributes[i], a), graph.attribute(attributes[i], b));
        }
        return order;
    }

    /** Rule: these two identifiers are near; where both have many users it is nothing that a pair could be known by. */
    void near(int identifier, int other) {
        var block = new IntArrayList();
        users(identifier, block);
        users(other, block);
        if (block.size() <= 2 * NEXT) {
            int[] accounts = block.toIntArray();
            IntArrays.quickSort(accounts);
            block(accounts, 0, distinct(accounts));
        }
    }

    /** The pairs of all rules, each once. */
    BlockedPairs pairs() {
        LongArrays.radixSort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        size = kept;
        return new BlockedPairs(Arrays.copyOf(pairs, kept));
    }

    /** Adds the accounts that use an identifier, each once. */
    private void users(int identifier, IntArrayList block) {
        int previous = -1;
        for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
            if (graph.accountOf(use) != previous) {
                previous = graph.accountOf(use);
                block.add(previous);
            }
        }
    }

    private static int distinct(int[] sorted) {
        int kept = 0;
        for (int account : sorted) {
            if (kept == 0 || sorted[kept - 1] != account) {
                sorted[kept++] = account;
            }
        }
        return kept;
    }

    private void block(int[] accounts, int from, int to) {
        if (to - from <= WHOLE) {
            for (int i = from; i < to; i++) {
                add(accounts, i, i + 1, to);
            }
            return;
        }
        int[] byTime = Arrays.copyOfRange(accounts, from, to);
        IntArrays.quickSort(byTime, (a, b) -> {
            int order = Long.compare(graph.createdAt(a), graph.createdAt(b));
            return order != 0 ? order : Integer.compare(a, b);
        });
        for (int i = 0; i < byTime.length; i++) {
            add(byTime, i, i + 1, Math.min(byTime.length, i + 1 + NEXT));
        }
    }

    private void add(int[] accounts, int one, int from, int to) {
        pairs = LongArrays.grow(pairs, size + to - from, size);
        for (int other = from; other < to; other++) {
            int a = accounts[one];
            int b = accounts[other];
            pairs[size++] = (long) Math.min(a, b) << 32 | Math.max(a, b);
        }
    }
}

package io.ringsight.detect.evaluation.opponent;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * The pairs of accounts that are compared, each once: those that share an identifier, or birth date and surname. In a block of
 * more than {@link #EXACT} accounts each is paired with the {@link #NEXT} that were created after it, so that their number
 * grows with the accounts and not with their square. Immutable.
 */
final class BlockedPairs {
    /** All pairs of a block of up to this many accounts. */
    static final int EXACT = 50;

    /** How many pairs an account makes in a larger block. */
    static final int NEXT = 4;

    private final long[] pairs; // lower account << 32 | higher account; ascending

    private BlockedPairs(long[] pairs) {
        this.pairs = pairs;
    }

    static BlockedPairs of(IdentityGraph graph) {
        var collector = new Collector(graph);
        int[] block = new int[16];
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int size = 0;
            int previous = -1;
            block = IntArrays.ensureCapacity(block, graph.firstUse(identifier + 1) - graph.firstUse(identifier));
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                if (graph.accountOf(use) != previous) {
                    previous = graph.accountOf(use);
                    block[size++] = previous;
                }
            }
            collector.block(block, 0, size);
        }
        people(graph, collector);
        return new BlockedPairs(collector.pairs());
    }

    /** Blocks of equal birth date and surname. */
    private static void people(IdentityGraph graph, Collector collector) {
        int[] accounts = new int[graph.accountCount()];
        long[] key = new long[graph.accountCount()];
        int size = 0;
        for (int account = 0; account < key.length; account++) {
            int birthDate = graph.attribute(AccountAttribute.BIRTH_DATE, account);
            int surname = graph.attribute(AccountAttribute.SURNAME, account);
            if (birthDate >= 0 && surname >= 0) {
                key[account] = (long) birthDate << 32 | surname;
                accounts[size++] = account;
            }
        }
        IntArrays.quickSort(accounts, 0, size, (a, b) -> {
            int byKey = Long.compare(key[a], key[b]);
            return byKey != 0 ? byKey : Integer.compare(a, b);
        });
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && key[accounts[to]] == key[accounts[from]]) {
                to++;
            }
            collector.block(accounts, from, to);
        }
    }

    int size() {
        return pairs.length;
    }

    int lower(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    int higher(int pair) {
        return (int) pairs[pair];
    }

    private static final class Collector {
        private final IdentityGraph graph;
        private long[] pairs = new long[1024];
        private int size;

        Collector(IdentityGraph graph) {
            this.graph = graph;
        }

        void block(int[] accounts, int from, int to) {
            if (to - from <= EXACT) {
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

        long[] pairs() {
            LongArrays.radixSort(pairs, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || pairs[i] != pairs[i - 1]) {
                    pairs[kept++] = pairs[i];
                }
            }
            return Arrays.copyOf(pairs, kept);
        }
    }
}

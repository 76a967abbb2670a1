package io.ringsight.detect.evidence;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * Every pair worth a look, each once, ordered by rank: those who use one identifier, one blocking key or resembling identifiers, and those
 * who give the same name or birth date. In small groups all pairs; in larger ones each account with the one that came next and with another
 * drawn by a hash, so that fraud hidden behind a hub stays reachable and no skew costs more than {@code 2 n} pairs for n accounts.
 * Immutable, thread-safe.
 */
public final class CandidatePairs {
    private final long[] pairs; // see PairCollector

    private CandidatePairs(long[] pairs) {
        this.pairs = pairs;
    }

    /** @param near identifiers that resemble each other; their users are paired */
    static CandidatePairs of(
            IdentityGraph graph,
            AccountOrder order,
            Frequencies frequencies,
            NearIdentifiers near,
            CandidateParameters parameters,
            Progress progress) {
        var search = new Search(graph, order, frequencies, parameters);
        progress.begin("candidates", graph.identifierCount());
        search.sharedIdentifiers(progress);
        if (near.isWanted()) {
            search.blockingKeys();
        }
        search.names();
        search.near(near);
        progress.end();
        return new CandidatePairs(search.found.distinct());
    }

    /** Those at these positions, ascending. */
    CandidatePairs only(int[] kept) {
        long[] some = new long[kept.length];
        Arrays.setAll(some, i -> pairs[kept[i]]);
        return new CandidatePairs(some);
    }

    public int size() {
        return pairs.length;
    }

    /** Rank of the account whose id comes first. */
    public int lower(int pair) {
        return PairCollector.lower(pairs[pair]);
    }

    public int upper(int pair) {
        return PairCollector.upper(pairs[pair]);
    }

    /** The first pair whose lower rank is at least that. */
    int firstOf(int rank) {
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lower(middle) < rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many pairs of its group the pair stands for: 0 when it was chosen for its time, 1 when its group was taken whole. */
    double weight(int pair, int rarestDegree) {
        int how = PairCollector.how(pairs[pair]);
        if ((how & PairCollector.WHOLE) != 0) {
            return 1;
        }
        return (how & PairCollector.SAMPLED) != 0 ? Math.max(1, (rarestDegree - 1) / 2.0) : 0;
    }

    /** One search. */
    private static final class Search {
        private static final int USERS_OF_NEAR = 3;

        private final IdentityGraph graph;
        private final AccountOrder order;
        private final Frequencies frequencies;
        private final CandidateParameters parameters;
        private final PairCollector found = new PairCollector();
        private long[] times = new long[64]; // of the members of a group
        private long[] ranks = new long[64];
        private int size;

        Search(IdentityGraph graph, AccountOrder order, Frequencies frequencies, CandidateParameters parameters) {
            this.graph = graph;
            this.order = order;
            this.frequencies = frequencies;
            this.parameters = parameters;
        }

        void sharedIdentifiers(Progress progress) {
            for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
                if (frequencies.degree(identifier) > 1) {
                    size = 0;
                    users(identifier);
                    pair(parameters.sampledPartners());
                }
                if ((identifier & 0xFFFF) == 0) {
                    progress.check();
                    progress.advance(0x10000);
                }
            }
        }

        void blockingKeys() {
            for (int key = 0; key < graph.blockingKeyCount(); key++) {
                if (graph.blockingKind(key) == BlockingKind.DISPOSABLE) {
                    continue;
                }
                size = 0;
                for (int at = graph.firstBlocked(key); at < graph.firstBlocked(key + 1); at++) {
                    users(graph.blockedIdentifier(at));
                }
                pair(0);
            }
        }

        /** Same birth date and one name, or both names. */
        void names() {
            names(AccountAttribute.GIVEN_NAME, AccountAttribute.BIRTH_DATE, true);
            names(AccountAttribute.SURNAME, AccountAttribute.BIRTH_DATE, true);
            names(AccountAttribute.GIVEN_NAME, AccountAttribute.SURNAME, false);
        }

        private void names(AccountAttribute one, AccountAttribute other, boolean crowds) {
            long[] values = new long[graph.accountCount()];
            long[] accounts = new long[values.length];
            int count = 0;
            for (int account = 0; account < values.length; account++) {
                int a = graph.attribute(one, account);
                int b = graph.attribute(other, account);
                if (a >= 0 && b >= 0) {
                    values[count] = (long) a << 32 | b;
                    accounts[count++] = account;
                }
            }
            values = Arrays.copyOf(values, count);
            accounts = Arrays.copyOf(accounts, count);
            LongArrays.radixSort(values, accounts);
            for (int from = 0, to; from < count; from = to) {
                to = from + 1;
                while (to < count && values[to] == values[from]) {
                    to++;
                }
                if (to - from > 1 && (crowds || to - from <= parameters.wholeGroup())) {
                    size = 0;
                    for (int i = from; i < to; i++) {
                        member((int) accounts[i], graph.createdAt((int) accounts[i]));
                    }
                    pair(0);
                }
            }
        }

        void near(NearIdentifiers near) {
            for (int pair = 0; pair < near.size(); pair++) {
                int a = near.one(pair);
                int b = near.other(pair);
                size = 0;
                users(a);
                int first = size;
                users(b);
                boolean few = first <= USERS_OF_NEAR && size - first <= USERS_OF_NEAR;
                for (int i = 0; i < (few ? first : 1); i++) {
                    for (int j = first; j < (few ? size : first + 1); j++) {
                        found.add((int) ranks[i], (int) ranks[j], PairCollector.WHOLE);
                    }
                }
            }
        }

        /** Adds the accounts that use an identifier to the group, each with the time of its first sighting. */
        private void users(int identifier) {
            int previous = -1;
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                int account = graph.accountOf(use);
                if (account != previous) { // the first sighting of a run is the earliest
                    previous = account;
                    member(account, graph.seenAt(graph.sightingOf(use)));
                }
            }
        }

        private void member(int account, long time) {
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                ranks = Arrays.copyOf(ranks, size * 2);
            }
            times[size] = time;
            ranks[size++] = order.rank(account);
        }

        /** Pairs the members of the group. */
        private void pair(int partners) {
            if (size <= parameters.wholeGroup()) {
                for (int i = 1; i < size; i++) {
                    for (int j = 0; j < i; j++) {
                        found.add((int) ranks[i], (int) ranks[j], PairCollector.WHOLE);
                    }
                }
                return;
            }
            LongArrays.radixSort(times, ranks, 0, size); // by time, then by rank
            for (int i = 0; i < size; i++) {
                if (i + 1 < size) {
                    found.add((int) ranks[i], (int) ranks[i + 1], PairCollector.NEXT);
                }
                for (int n = 0; n < partners; n++) {
                    long draw = AccountOrder.mix(order.hash((int) ranks[i]) + size + n);
                    int partner = (int) Math.unsignedMultiplyHigh(draw, size);
                    found.add((int) ranks[i], (int) ranks[partner], PairCollector.SAMPLED);
                }
            }
        }
    }
}

package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Of each identifier type: how many an account used in its {@linkplain AccountAggregates#FIRST_DAYS first days}, and of the
 * most shared of them how many accounts use it (log), how many of
 * those were created within 1, 7 and 30 days of the account, how many used it while the account did in those first days, and how many days before
 * the account the last of them came (log; of the most recent). Hubs included; linear in sightings, but for sorting.
 */
final class IdentifierColumns {
    private static final int[] BURST_DAYS = {1, 7, 30};

    private final IdentityGraph graph;
    private final long[] first; // long[accounts]: first sighting of the identifier at hand
    private final long[] last; // long[accounts]: the last sighting, or the first days' end where that is earlier
    private int[] user = new int[16]; // distinct users of the identifier at hand by time of creation

    private IdentifierColumns(IdentityGraph graph) {
        this.graph = graph;
        this.first = new long[graph.accountCount()];
        this.last = new long[graph.accountCount()];
    }

    static void fill(IdentityGraph graph, FeatureTable.Builder table) {
        var columns = new IdentifierColumns(graph);
        var types = new OfType[graph.types().size()];
        Arrays.setAll(types, type -> new OfType(graph.types().get(type).name(), table));
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            columns.add(identifier, types[graph.identifierType(identifier)]);
        }
    }

    private void add(int identifier, OfType columns) {
        int users = users(identifier);
        float degree = (float) Math.log(users);
        for (int i = 0; i < users; i++) {
            columns.count[user[i]] += first[user[i]] <= end(user[i]) ? 1 : 0;
            columns.degree[user[i]] = Math.max(columns.degree[user[i]], degree);
        }
        if (users < 2) {
            return;
        }
        for (int i = 1; i < users; i++) {
            float gap = (float) Math.log1p((graph.createdAt(user[i]) - graph.createdAt(user[i - 1])) / Opponents.DAY);
            float known = columns.sincePrevious[user[i]];
            columns.sincePrevious[user[i]] = Float.isNaN(known) ? gap : Math.min(known, gap);
        }
        for (int b = 0; b < BURST_DAYS.length; b++) {
            burst(users, (long) (BURST_DAYS[b] * Opponents.DAY), columns.burst[b]);
        }
        concurrent(users, columns.concurrent);
    }

    private int users(int identifier) {
        int from = graph.firstUse(identifier);
        int to = graph.firstUse(identifier + 1);
        user = IntArrays.grow(user, to - from, 0);
        int size = 0;
        for (int use = from; use < to; use++) {
            int account = graph.accountOf(use);
            long seen = graph.seenAt(graph.sightingOf(use));
            if (use == from || account != graph.accountOf(use - 1)) {
                user[size++] = account;
                first[account] = seen;
            }
            // The uses of one account ascend in time.
            last[account] = Math.max(first[account], Math.min(seen, end(account)));
        }
        if (size > 1) {
            IntArrays.quickSort(user, 0, size, (a, b) -> {
                int byTime = Long.compare(graph.createdAt(a), graph.createdAt(b));
                return byTime != 0 ? byTime : Integer.compare(a, b);
            });
        }
        return size;
    }

    private long end(int account) {
        return graph.createdAt(account) + (long) (AccountAggregates.FIRST_DAYS * Opponents.DAY);
    }

    private void burst(int users, long window, float[] column) {
        int from = 0;
        int to = 0;
        for (int i = 0; i < users; i++) {
            long at = graph.createdAt(user[i]);
            while (graph.createdAt(user[from]) < at - window) {
                from++;
            }
            while (to < users && graph.createdAt(user[to]) <= at + window) {
                to++;
            }
            column[user[i]] = Math.max(column[user[i]], to - from - 1);
        }
    }

    private void concurrent(int users, float[] column) {
        long[] from = new long[users];
        long[] to = new long[users];
        for (int i = 0; i < users; i++) {
            from[i] = first[user[i]];
            to[i] = last[user[i]];
        }
        Arrays.sort(from);
        Arrays.sort(to);
        for (int i = 0; i < users; i++) {
            int account = user[i];
            int others = atMost(from, last[account]) - atMost(to, first[account] - 1) - 1;
            column[account] = Math.max(column[account], others);
        }
    }

    /** How many of the ascending times are at most that. */
    private static int atMost(long[] times, long most) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= most) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static final class OfType {
        private final float[] count;
        private final float[] degree;
        private final float[] sincePrevious;
        private final float[] concurrent;
        private final float[][] burst = new float[BURST_DAYS.length][];

        OfType(String type, FeatureTable.Builder table) {
            count = table.column(type + "_count");
            degree = table.column(type + "_accounts_log");
            sincePrevious = table.unknown(type + "_days_since_previous_log");
            concurrent = table.column(type + "_concurrent");
            for (int b = 0; b < BURST_DAYS.length; b++) {
                burst[b] = table.column(type + "_created_within_" + BURST_DAYS[b] + "_days");
            }
        }
    }
}

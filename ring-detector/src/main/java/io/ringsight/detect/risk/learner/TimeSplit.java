package io.ringsight.detect.risk.learner;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Labelled accounts in two: those created last validate, the others fit. The cut is where the last quarter begins, or earlier
 * or later where that leaves a class out of a part.
 *
 * @param fit accounts, ascending in time of creation
 * @param validation accounts created after those
 */
public record TimeSplit(int[] fit, int[] validation) {
    /** Accounts of each class in each part. */
    public static final int LEAST = 5;

    private static final int[] PERCENT = {75, 70, 80, 65, 60, 85, 50, 40};

    /**
     * @param byTime see {@link #byTime}
     * @param labels byte[accounts], by account number: 1 fraud, -1 legit, 0 none
     * @return empty when no cut leaves {@link #LEAST} of each class in both parts
     */
    public static Optional<TimeSplit> of(int[] byTime, byte[] labels) {
        for (int percent : PERCENT) {
            int cut = (int) ((long) byTime.length * percent / 100);
            var split = new TimeSplit(Arrays.copyOf(byTime, cut), Arrays.copyOfRange(byTime, cut, byTime.length));
            if (enough(split.fit, labels) && enough(split.validation, labels)) {
                return Optional.of(split);
            }
        }
        return Optional.empty();
    }

    /** Numbers of the labelled accounts, ascending in time of creation, then by id. */
    public static int[] byTime(IdentityGraph graph, AccountOrder order, byte[] labels) {
        int[] byTime = IntStream.range(0, labels.length)
                .filter(account -> labels[account] != 0)
                .toArray();
        IntArrays.quickSort(byTime, (a, b) -> {
            int byCreation = Long.compare(graph.createdAt(a), graph.createdAt(b));
            return byCreation != 0 ? byCreation : Integer.compare(order.rank(a), order.rank(b));
        });
        return byTime;
    }

    private static boolean enough(int[] accounts, byte[] labels) {
        long fraud = Arrays.stream(accounts).filter(a -> labels[a] > 0).count();
        return fraud >= LEAST && accounts.length - fraud >= LEAST;
    }

    /** The labels that the fitting accounts may see. */
    public byte[] withoutValidation(byte[] labels) {
        byte[] others = labels.clone();
        for (int account : validation) {
            others[account] = 0;
        }
        return others;
    }
}

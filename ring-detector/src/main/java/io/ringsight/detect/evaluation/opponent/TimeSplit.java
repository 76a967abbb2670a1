package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.UntrainableException;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Labelled accounts in two: those created last validate, the others fit. The cut is where the last quarter begins, or earlier
 * or later where that leaves a class out of a part.
 *
 * @param fit accounts, ascending in time of creation
 * @param validation accounts created after those
 */
record TimeSplit(int[] fit, int[] validation) {
    private static final int[] PERCENT = {75, 70, 80, 65, 60, 85, 50, 40};
    private static final int LEAST = 5; // accounts of each class in each part

    static TimeSplit of(IdentityGraph graph, byte[] labels) {
        int[] byTime = byTime(graph, labels);
        for (int percent : PERCENT) {
            int cut = (int) ((long) byTime.length * percent / 100);
            var split = new TimeSplit(Arrays.copyOf(byTime, cut), Arrays.copyOfRange(byTime, cut, byTime.length));
            if (enough(split.fit, labels) && enough(split.validation, labels)) {
                return split;
            }
        }
        throw new UntrainableException(
                "the labelled accounts cannot be cut in time so that both parts have " + LEAST + " of each class");
    }

    /** Labelled accounts, ascending in time of creation. */
    static int[] byTime(IdentityGraph graph, byte[] labels) {
        int[] byTime = IntStream.range(0, labels.length)
                .filter(account -> labels[account] != 0)
                .toArray();
        IntArrays.quickSort(byTime, (a, b) -> {
            int order = Long.compare(graph.createdAt(a), graph.createdAt(b));
            return order != 0 ? order : Integer.compare(a, b);
        });
        return byTime;
    }

    private static boolean enough(int[] accounts, byte[] labels) {
        long fraud = Arrays.stream(accounts).filter(a -> labels[a] > 0).count();
        return fraud >= LEAST && accounts.length - fraud >= LEAST;
    }

    /** The labels that the fitting accounts may see. */
    byte[] withoutValidation(byte[] labels) {
        byte[] others = labels.clone();
        for (int account : validation) {
            others[account] = 0;
        }
        return others;
    }
}

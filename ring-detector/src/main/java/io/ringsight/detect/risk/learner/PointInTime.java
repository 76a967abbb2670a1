package io.ringsight.detect.risk.learner;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Columns made of labels, so that a booster learns from them what it will see later: the row of a labelled account is made of the labels of
 * accounts created before it alone, in {@value #BLOCKS} blocks of time, its own left out. So nothing that wanders through the graph can
 * bring its label back, and it hears of its contemporaries as little as an account that comes after the last label does. Other rows are
 * made of all labels.
 */
public final class PointInTime {
    public static final int BLOCKS = 8;

    private PointInTime() {}

    /**
     * @param byTime labelled accounts, ascending in time of creation: see {@link TimeSplit#byTime}
     * @param labels byte[accounts], by account number
     * @param columns of labels, for everybody
     */
    public static FeatureTable of(int[] byTime, byte[] labels, Function<byte[], FeatureTable> columns) {
        FeatureTable table = columns.apply(labels);
        byte[] earlier = new byte[labels.length];
        for (int block = 0; block < BLOCKS; block++) {
            int[] rows = Arrays.copyOfRange(byTime, start(block, byTime), start(block + 1, byTime));
            if (rows.length == 0) {
                continue;
            }
            FeatureTable then = columns.apply(earlier);
            for (int column = 0; column < table.columns().length; column++) {
                for (int account : rows) {
                    table.columns()[column][account] = then.columns()[column][account];
                }
            }
            for (int account : rows) {
                earlier[account] = labels[account];
            }
        }
        return table;
    }

    private static int start(int block, int[] byTime) {
        return (int) ((long) byTime.length * block / BLOCKS);
    }
}

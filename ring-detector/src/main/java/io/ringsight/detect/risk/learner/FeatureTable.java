package io.ringsight.detect.risk.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers about every account of a snapshot.
 *
 * @param names of the columns, each once
 * @param columns float[columns][accounts], accounts by their number in the snapshot; NaN where there is nothing to say
 */
public record FeatureTable(List<String> names, float[][] columns) {
    public FeatureTable {
        names = List.copyOf(names);
        if (names.size() != columns.length) {
            throw new IllegalArgumentException(
                    "There is one name a column: %d names, %d columns.".formatted(names.size(), columns.length));
        }
    }

    /** float[accounts] of the column of that name. */
    public float[] column(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("There is no column '" + name + "'.");
        }
        return columns[at];
    }

    /** The columns of both. */
    public FeatureTable with(FeatureTable more) {
        var allNames = new ArrayList<>(names);
        allNames.addAll(more.names);
        float[][] all = new float[allNames.size()][];
        System.arraycopy(columns, 0, all, 0, columns.length);
        System.arraycopy(more.columns, 0, all, columns.length, more.columns.length);
        return new FeatureTable(allNames, all);
    }

    /** float[rows * columns], row by row, of the accounts from {@code from} to before {@code to} in that list. */
    public float[] rows(int[] accounts, int from, int to) {
        float[] rows = new float[Math.multiplyExact(to - from, columns.length)];
        for (int column = 0; column < columns.length; column++) {
            float[] values = columns[column];
            for (int i = from, at = column; i < to; i++, at += columns.length) {
                rows[at] = values[accounts[i]];
            }
        }
        return rows;
    }

    /** Collects columns. */
    public static final class Builder {
        private final int accounts;
        private final List<String> names = new ArrayList<>();
        private final List<float[]> columns = new ArrayList<>();

        public Builder(int accounts) {
            this.accounts = accounts;
        }

        /** A new column of zeros to fill. */
        public float[] column(String name) {
            float[] column = new float[accounts];
            names.add(name);
            columns.add(column);
            return column;
        }

        /** A new column in which nothing is said yet. */
        public float[] unknown(String name) {
            float[] column = column(name);
            Arrays.fill(column, Float.NaN);
            return column;
        }

        /** That column, not copied. */
        public void add(String name, float[] column) {
            names.add(name);
            columns.add(column);
        }

        public FeatureTable build() {
            return new FeatureTable(names, columns.toArray(float[][]::new));
        }
    }
}

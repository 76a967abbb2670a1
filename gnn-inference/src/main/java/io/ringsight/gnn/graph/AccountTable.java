package io.ringsight.gnn.graph;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Named numbers about every account, by account number. What is unknown is 0, with a column of its own that says so: a table has no
 * NaN. The columns are not copied.
 *
 * @param names one a column, each once
 * @param columns float[columns][accounts]
 */
public record AccountTable(List<String> names, List<float[]> columns) {
    private static final int BLOCK = 64; // rows

    public AccountTable {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
        if (names.size() != columns.size() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "A table names each of its " + columns.size() + " columns once, not " + names + ".");
        }
        for (int column = 0; column < columns.size(); column++) {
            requireNumbers(names.get(column), columns.get(column), columns.getFirst().length);
        }
    }

    private static void requireNumbers(String name, float[] column, int accounts) {
        if (column.length != accounts) {
            throw new IllegalArgumentException(
                    "Column " + name + " has " + column.length + " accounts where the first has " + accounts + ".");
        }
        for (int account = 0; account < column.length; account++) {
            if (!Float.isFinite(column[account])) {
                throw new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        "Feature " + name + " of account number " + account + " is " + column[account] + ".",
                        "Maybe write 0 for what is unknown, and a second column that says that it is.");
            }
        }
    }

    public int accountCount() {
        return columns.isEmpty() ? 0 : columns.getFirst().length;
    }

    public int width() {
        return columns.size();
    }

    /** Copies float32[width] of one account into {@code row} from {@code position}. */
    public void copyRow(int account, float[] row, int position) {
        for (int column = 0; column < columns.size(); column++) {
            row[position + column] = columns.get(column)[account];
        }
    }

    /** Copies float32[count][width], some rows at a time so that neither side of it leaves the cache. */
    public void copyRows(int first, int count, FloatBuffer rows) {
        float[] block = new float[BLOCK * width()];
        for (int done = 0; done < count; done += BLOCK) {
            int size = Math.min(BLOCK, count - done);
            for (int column = 0; column < width(); column++) {
                float[] of = columns.get(column);
                for (int i = 0; i < size; i++) {
                    block[i * width() + column] = of[first + done + i];
                }
            }
            rows.put(block, 0, size * width());
        }
    }

    /** The other way round: takes float32[count][columns] apart. */
    static void spread(FloatBuffer rows, List<float[]> columns, int first, int count) {
        int width = columns.size();
        float[] block = new float[BLOCK * width];
        for (int done = 0; done < count; done += BLOCK) {
            int size = Math.min(BLOCK, count - done);
            rows.get(block, 0, size * width);
            for (int column = 0; column < width; column++) {
                float[] of = columns.get(column);
                for (int i = 0; i < size; i++) {
                    of[first + done + i] = block[i * width + column];
                }
            }
        }
    }

    /** These columns and, after them, those of the other. */
    public AccountTable with(AccountTable other) {
        var allNames = new ArrayList<>(names);
        var allColumns = new ArrayList<>(columns);
        allNames.addAll(other.names);
        allColumns.addAll(other.columns);
        return new AccountTable(allNames, allColumns);
    }

    /** Collects columns that start from zero. Not thread-safe. */
    static final class Builder {
        private final int accounts;
        private final SequencedMap<String, float[]> columns = new LinkedHashMap<>();

        Builder(int accounts) {
            this.accounts = accounts;
        }

        float[] column(String name) {
            float[] column = new float[accounts];
            columns.put(name, column);
            return column;
        }

        AccountTable build() {
            return new AccountTable(
                    List.copyOf(columns.sequencedKeySet()),
                    columns.sequencedEntrySet().stream()
                            .map(Map.Entry::getValue)
                            .toList());
        }
    }
}

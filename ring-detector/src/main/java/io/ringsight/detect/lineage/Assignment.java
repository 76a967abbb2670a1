package io.ringsight.detect.lineage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A matching of largest weight in a bipartite graph: rows are matched one after the other, each along a shortest augmenting path over
 * reduced costs (R. Jonker, A. Volgenant: A shortest augmenting path algorithm for dense and sparse linear assignment problems, Computing
 * 38, 1987). A row may stay alone. About
 * rows * (columns + edges * log(edges)): rings that touch each other are few. The same graph gives the same matching.
 */
final class Assignment {
    private final int[][] columns;
    private final long[][] weights;
    private final int alone; // column alone + row is what a row is matched with that stays alone
    private final long most; // costs are what a weight lacks of it
    private final long[] rowPrice;
    private final long[] columnPrice;
    private final int[] rowOf;
    private final long[] distance;
    private final int[] from;
    private final boolean[] done;

    private Assignment(int columnCount, int[][] columns, long[][] weights) {
        this.columns = columns;
        this.weights = weights;
        alone = columnCount;
        most = Arrays.stream(weights).flatMapToLong(Arrays::stream).max().orElse(0);
        rowPrice = new long[columns.length];
        int all = columnCount + columns.length;
        columnPrice = new long[all];
        rowOf = new int[all];
        Arrays.fill(rowOf, -1);
        distance = new long[all];
        from = new int[all];
        done = new boolean[all];
    }

    /**
     * @param columns int[rows][], what each row may be matched with
     * @param weights long[rows][], above 0
     * @return int[rows], its column or -1
     */
    static int[] of(int columnCount, int[][] columns, long[][] weights) {
        var assignment = new Assignment(columnCount, columns, weights);
        for (int row = 0; row < columns.length; row++) {
            assignment.match(row);
        }
        int[] matched = new int[columns.length];
        Arrays.fill(matched, -1);
        for (int column = 0; column < columnCount; column++) {
            if (assignment.rowOf[column] >= 0) {
                matched[assignment.rowOf[column]] = column;
            }
        }
        return matched;
    }

    private record Reached(long distance, int column) {}

    private void match(int start) {
        Arrays.fill(distance, Long.MAX_VALUE);
        Arrays.fill(done, false);
        var reached =
                new PriorityQueue<>(Comparator.comparingLong(Reached::distance).thenComparingInt(Reached::column));
        relax(start, 0, reached);
        int column = nearest(reached);
        while (rowOf[column] >= 0) {
            relax(rowOf[column], distance[column], reached);
            column = nearest(reached);
        }
        raisePrices(start, distance[column]);
        while (true) {
            int row = from[column];
            int before = columnOf(row);
            rowOf[column] = row;
            if (row == start) {
                return;
            }
            column = before;
        }
    }

    /** The column that a row was matched with before it moves to another. */
    private int columnOf(int row) {
        for (int column : columns[row]) {
            if (rowOf[column] == row) {
                return column;
            }
        }
        return alone + row;
    }

    private void relax(int row, long so, PriorityQueue<Reached> reached) {
        for (int i = 0; i < columns[row].length; i++) {
            relax(row, columns[row][i], so + most - weights[row][i], reached);
        }
        relax(row, alone + row, so + most, reached);
    }

    private void relax(int row, int column, long cost, PriorityQueue<Reached> reached) {
        long reduced = cost - rowPrice[row] - columnPrice[column];
        if (!done[column] && reduced < distance[column]) {
            distance[column] = reduced;
            from[column] = row;
            reached.add(new Reached(reduced, column));
        }
    }

    private int nearest(PriorityQueue<Reached> reached) {
        while (true) {
            Reached next = reached.remove(); // a row can always stay alone
            if (!done[next.column]) {
                done[next.column] = true;
                return next.column;
            }
        }
    }

    private void raisePrices(int start, long length) {
        rowPrice[start] += length;
        for (int column = 0; column < done.length; column++) {
            if (done[column] && rowOf[column] >= 0) {
                rowPrice[rowOf[column]] += length - distance[column];
                columnPrice[column] -= length - distance[column];
            }
        }
    }
}

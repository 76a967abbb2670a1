package io.ringsight.gnn.arrow;

/**
 * How large a batch may grow. A row is never cut, so one row with more neighbours is a batch of its own.
 *
 * @param rows most rows
 * @param edges neighbours from which on no further row is added
 */
public record BatchLimits(int rows, int edges) {
    /** At 64 numbers a row the temporary tensors of a batch stay under 10 MB. */
    public static final BatchLimits DEFAULT = new BatchLimits(1 << 14, 1 << 18);

    public BatchLimits {
        if (rows < 1 || edges < 1) {
            throw new IllegalArgumentException(
                    "A batch holds at least one row and one edge, not " + rows + " and " + edges + ".");
        }
    }
}

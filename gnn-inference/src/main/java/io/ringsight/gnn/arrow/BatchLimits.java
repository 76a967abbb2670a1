package io.ringsight.gnn.arrow;

/**
 * How large a batch may grow. A row is never cut, so one row with more neighbours is a batch of its own.
 *
 * @param rows most rows
 * @param edges neighbours from which on no further row is added
 */
public record BatchLimits(int rows, int edges) {
    /** Keeps a batch's temporary tensors at 64 numbers a row under 20 MB. */
    public static final BatchLimits DEFAULT = new BatchLimits(1 << 16, 1 << 20);

    public BatchLimits {
        if (rows < 1 || edges < 1) {
            throw new IllegalArgumentException(
                    "A batch holds at least one row and one edge, not " + rows + " and " + edges + ".");
        }
    }
}

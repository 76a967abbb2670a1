package io.ringsight.gnn.embedding;

/**
 * One vector an account: float32[accounts][dimension], by account number of the snapshot it was made from. Off the heap:
 * close it. Thread-safe until closed; closing waits for nobody.
 */
public interface AccountEmbeddings extends AutoCloseable {

    int accountCount();

    /** Numbers a row. */
    int dimension();

    /** Where it was computed: {@code cpu} or {@code cuda}. */
    String device();

    /** One number of an account's row. */
    float value(int account, int column);

    /** Copies the row of an account into {@code row}, float32[dimension]. */
    void copyRow(int account, float[] row);

    /** Cosine of the angle between two rows, -1 to 1; 0 when either row is all zero. */
    double cosine(int accountA, int accountB);

    @Override
    void close();
}

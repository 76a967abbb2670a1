package io.ringsight.gnn.inference;

import java.nio.FloatBuffer;

/** What a network says of every account of a view, wherever that was computed. Close it. */
public interface ViewScores extends AutoCloseable {
    /** Natural log odds of fraud by account number. */
    float[] logOdds();

    /** Numbers of an embedding. */
    int width();

    /** Copies the embeddings of some accounts, float32[last - first][width]. */
    void copyEmbeddings(int first, int last, FloatBuffer target);

    @Override
    void close();
}

package io.ringsight.gnn.flight;

import io.ringsight.gnn.arrow.EmbeddingsIntake;
import io.ringsight.gnn.inference.ViewScores;
import java.nio.FloatBuffer;

/** What a server said, all of which is here by now. */
record ReceivedScores(EmbeddingsIntake intake) implements ViewScores {
    @Override
    public float[] logOdds() {
        return intake.logOdds().clone();
    }

    @Override
    public int width() {
        return intake.width();
    }

    @Override
    public void copyEmbeddings(int first, int last, FloatBuffer target) {
        intake.copy(first, last, target);
    }

    @Override
    public void close() {}
}

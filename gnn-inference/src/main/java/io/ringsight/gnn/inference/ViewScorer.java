package io.ringsight.gnn.inference;

import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;

/** Has a network look at a view: in this process, or in one that somebody serves elsewhere. */
public interface ViewScorer extends AutoCloseable {

    /**
     * @param known byte[accounts]: 1 fraud, -1 legit, 0 unknown, as of the moment of the view
     * @throws io.ringsight.ingest.error.RingsightException when the view has another schema, is too large, or there is nobody to ask
     */
    ViewScores score(GraphView view, byte[] known, Progress progress);

    @Override
    default void close() {}

    /** In this process. */
    static ViewScorer here(GraphModel model, TorchSettings settings) {
        return (view, known, progress) -> GraphScores.of(model, view, known, settings, progress);
    }
}

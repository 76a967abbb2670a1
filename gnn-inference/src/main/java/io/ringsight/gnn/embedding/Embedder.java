package io.ringsight.gnn.embedding;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;

/** Gives every account of a snapshot a vector, so that accounts with the same surroundings point the same way. */
public interface Embedder {

    /** The word for reports and logs, for example {@code fastrp}. */
    String name();

    /**
     * One row for each account of the graph, by account number. The caller closes it.
     *
     * @throws io.ringsight.ingest.error.RingsightException with {@code ENGINE_UNAVAILABLE} when there is no tensor
     *     engine for this platform: detection goes on without embeddings
     */
    AccountEmbeddings embed(IdentityGraph graph, Progress progress);
}

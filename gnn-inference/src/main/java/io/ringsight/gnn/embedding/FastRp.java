package io.ringsight.gnn.embedding;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;

/** Weights-free account embedding. */
public final class FastRp implements Embedder {
    private final FastRpParameters parameters;

    public FastRp(FastRpParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public String name() {
        return "fastrp";
    }

    @Override
    public AccountEmbeddings embed(IdentityGraph graph, Progress progress) {
        throw new RingsightException(
                ErrorCode.ENGINE_UNAVAILABLE,
                "No embedding of " + parameters.dimension() + " numbers yet.",
                "Maybe go on without embeddings.");
    }
}

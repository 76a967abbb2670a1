package io.ringsight.api.service;

import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.List;

/** A snapshot and what arrived after it, as one snapshot. Linear in the size of both. */
final class Growth {
    private Growth() {}

    static IdentityGraph of(IdentityGraph graph, List<TokenisedApplication> arrived) {
        var builder = new IdentityGraphBuilder(graph.types());
        builder.snapshot(graph, Long.MAX_VALUE);
        arrived.forEach(builder::application);
        return builder.build();
    }
}

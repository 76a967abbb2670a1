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
        for (int account = 0; account < graph.accountCount(); account++) {
            int number = builder.account(
                    graph.accountId(account),
                    graph.createdAt(account),
                    graph.accountRecordedAt(account),
                    graph.exposure(account));
            for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
                int identifier = graph.identifierOf(s);
                builder.sighting(
                        number,
                        graph.identifierType(identifier),
                        graph.token(identifier),
                        graph.seenAt(s),
                        graph.recordedAt(s));
            }
        }
        arrived.forEach(builder::application);
        return builder.build();
    }
}

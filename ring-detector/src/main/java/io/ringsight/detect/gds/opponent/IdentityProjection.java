package io.ringsight.detect.gds.opponent;

import io.ringsight.cypher.BoundStatement;
import io.ringsight.cypher.Statement;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A snapshot as statement parameters: accounts by their number, identifiers numbered after them. Sent along rather than read
 * from the store, so that a snapshot as of any time can be embedded.
 */
record IdentityProjection(IdentityGraph graph) {

    BoundStatement statement(String name) {
        List<Integer> account = new ArrayList<>();
        List<Integer> identifier = new ArrayList<>();
        List<Integer> kind = new ArrayList<>();
        for (int i = 0; i < graph.identifierCount(); i++) {
            int from = graph.firstUse(i);
            for (int use = from; use < graph.firstUse(i + 1); use++) {
                if (use == from || graph.accountOf(use) != graph.accountOf(use - 1)) {
                    account.add(graph.accountOf(use));
                    identifier.add(graph.accountCount() + i);
                    kind.add(1 + graph.identifierType(i));
                }
            }
        }
        return Statement.GDS_PROJECT_IDENTITIES.with(
                Map.of("name", name, "account", account, "identifier", identifier, "kind", kind, "code", code()));
    }

    /** One position a kind. */
    private List<List<Double>> code() {
        int kinds = 1 + graph.types().size();
        return IntStream.range(0, kinds)
                .mapToObj(kind -> {
                    var one = new ArrayList<>(Collections.nCopies(kinds, 0.0));
                    one.set(kind, 1.0);
                    return (List<Double>) one;
                })
                .toList();
    }
}

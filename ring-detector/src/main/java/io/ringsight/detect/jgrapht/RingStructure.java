package io.ringsight.detect.jgrapht;

import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * How a ring hangs together: worked out on demand, for one ring.
 *
 * @param links that lie within the ring, by (a, b)
 * @param bridges links without which the ring falls apart: where a false merge would be
 * @param articulationAccounts accounts without which it falls apart, by id
 * @param density links over possible pairs, 0 to 1
 * @param degeneracy the largest k such that some members all have k links among each other (k-core)
 */
public record RingStructure(
        List<Link> links, List<Link> bridges, List<String> articulationAccounts, double density, int degeneracy) {

    /** @param links any, of which those between members of at least {@code floor} are looked at */
    public static RingStructure of(Ring ring, Collection<Link> links, double floor) {
        Set<String> members = new HashSet<>(ring.members());
        List<Link> inner = links.stream()
                .filter(link -> link.probability() >= floor)
                .filter(link -> members.contains(link.accountA()) && members.contains(link.accountB()))
                .toList();
        Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        ring.members().forEach(graph::addVertex);
        inner.forEach(link -> graph.addEdge(link.accountA(), link.accountB()));
        var connectivity = new BiconnectivityInspector<>(graph);
        Set<DefaultEdge> bridges = connectivity.getBridges();
        return new RingStructure(
                inner,
                inner.stream()
                        .filter(link -> bridges.contains(graph.getEdge(link.accountA(), link.accountB())))
                        .toList(),
                connectivity.getCutpoints().stream()
                        .sorted(CodePointOrder.INSTANCE)
                        .toList(),
                2.0 * inner.size() / ((double) ring.size() * (ring.size() - 1)),
                new Coreness<>(graph).getDegeneracy());
    }
}

package io.ringsight.detect.jgrapht;

import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Shortest ways from one account to others over links, of which a link is as long as it is improbable: -log2 of its probability, and a
 * little for every step. So the shortest way is the most probable one. E. W. Dijkstra: A note on two problems in connexion with graphs,
 * Numerische Mathematik 1 (1959), doi:10.1007/BF01386390.
 */
public final class LinkPaths {
    private static final double STEP = 0.01; // bits

    private LinkPaths() {}

    /**
     * The ways to the nearest accounts, one to each, shortest first, then by id.
     *
     * @param links that may be walked
     * @param targets where it may end
     * @param most how many ways
     * @return accounts along each, from {@code from} on
     */
    public static List<List<String>> of(Collection<Link> links, String from, Set<String> targets, int most) {
        Graph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        graph.addVertex(from);
        links.stream()
                .sorted(Comparator.comparing(Link::accountA, CodePointOrder.INSTANCE)
                        .thenComparing(Link::accountB, CodePointOrder.INSTANCE))
                .forEach(link -> {
                    graph.addVertex(link.accountA());
                    graph.addVertex(link.accountB());
                    graph.setEdgeWeight(
                            graph.addEdge(link.accountA(), link.accountB()), STEP - LogOdds.log2(link.probability()));
                });
        var ways = new DijkstraShortestPath<>(graph).getPaths(from);
        var found = new ArrayList<GraphPath<String, DefaultWeightedEdge>>();
        for (String target : targets) {
            if (!target.equals(from) && graph.containsVertex(target)) {
                GraphPath<String, DefaultWeightedEdge> way = ways.getPath(target);
                if (way != null) {
                    found.add(way);
                }
            }
        }
        found.sort(Comparator.comparingDouble((GraphPath<String, DefaultWeightedEdge> way) -> way.getWeight())
                .thenComparing(GraphPath::getEndVertex, CodePointOrder.INSTANCE));
        return found.stream().limit(most).map(GraphPath::getVertexList).toList();
    }
}

package io.ringsight.detect.jgrapht;

import io.ringsight.detect.cluster.CutPoints;
import io.ringsight.detect.cluster.WeightedGraph;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.StoerWagnerMinimumCut;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * How a ring hangs together: worked out on demand, for one ring, linear in its links but for the {@link MinCut}.
 *
 * @param links that lie within the ring, by (a, b)
 * @param bridges links without which the ring falls apart: where a false merge would be
 * @param articulationAccounts accounts without which it falls apart, by id
 * @param density links over possible pairs, 0 to 1
 * @param degeneracy the largest k such that some members all have k links among each other (k-core)
 * @param members where each stands, by id
 * @param minCut empty for a ring that is too large for it
 * @param truncated what was left out because the ring is large: {@code min_cut}
 */
public record RingStructure(
        List<Link> links,
        List<Link> bridges,
        List<String> articulationAccounts,
        double density,
        int degeneracy,
        List<MemberPosition> members,
        Optional<MinCut> minCut,
        List<String> truncated) {
    /** Members of a ring up to which its minimum cut is looked for: time grows with their third power. */
    public static final int MOST_TO_CUT = 200;

    /**
     * The structure of one ring.
     *
     * @param links any, of which those between members of at least {@code floor} are looked at
     */
    public static RingStructure of(Ring ring, Collection<Link> links, double floor) {
        Set<String> known = new HashSet<>(ring.members());
        List<Link> inner = links.stream()
                .filter(link -> link.probability() >= floor)
                .filter(link -> known.contains(link.accountA()) && known.contains(link.accountB()))
                .sorted(Comparator.comparing(Link::accountA, CodePointOrder.INSTANCE)
                        .thenComparing(Link::accountB, CodePointOrder.INSTANCE))
                .toList();
        Graph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        ring.members().forEach(graph::addVertex);
        inner.forEach(link -> graph.setEdgeWeight(graph.addEdge(link.accountA(), link.accountB()), link.probability()));
        CutPoints cuts = cuts(ring.members(), inner);
        var coreness = new Coreness<>(graph);
        boolean small = ring.size() <= MOST_TO_CUT;
        return new RingStructure(
                inner,
                inner.stream()
                        .filter(link -> cuts.isBridge(
                                position(ring.members(), link.accountA()), position(ring.members(), link.accountB())))
                        .toList(),
                IntStream.range(0, ring.size())
                        .filter(cuts::isCutPoint)
                        .mapToObj(ring.members()::get)
                        .toList(),
                2.0 * inner.size() / ((double) ring.size() * (ring.size() - 1)),
                coreness.getDegeneracy(),
                positions(ring.members(), graph, coreness, cuts),
                small ? Optional.of(cut(ring.members(), inner, graph)) : Optional.empty(),
                small ? List.of() : List.of("min_cut"));
    }

    private static List<MemberPosition> positions(
            List<String> members,
            Graph<String, DefaultWeightedEdge> graph,
            Coreness<String, DefaultWeightedEdge> coreness,
            CutPoints cuts) {
        int[] degrees = members.stream().mapToInt(graph::degreeOf).sorted().toArray();
        int median = degrees[degrees.length / 2];
        var positions = new ArrayList<MemberPosition>(members.size());
        for (int i = 0; i < members.size(); i++) {
            String member = members.get(i);
            int links = graph.degreeOf(member);
            int core = coreness.getVertexScore(member);
            boolean isHub = links >= 3 && 2 * links >= members.size() - 1 && links >= 2 * median;
            boolean isCore = core >= 2 && core == coreness.getDegeneracy();
            positions.add(new MemberPosition(member, links, core, role(isHub, cuts.isCutPoint(i), isCore)));
        }
        return positions;
    }

    private static MemberRole role(boolean isHub, boolean isBridge, boolean isCore) {
        if (isHub) {
            return MemberRole.HUB;
        }
        return isBridge ? MemberRole.BRIDGE : isCore ? MemberRole.CORE : MemberRole.FRINGE;
    }

    /** JGraphT looks for these by recursion, which a chain of thousands overflows. */
    private static CutPoints cuts(List<String> members, List<Link> links) {
        return CutPoints.of(WeightedGraph.of(
                members.size(),
                links.stream()
                        .mapToInt(link -> position(members, link.accountA()))
                        .toArray(),
                links.stream()
                        .mapToInt(link -> position(members, link.accountB()))
                        .toArray(),
                links.stream().mapToDouble(Link::probability).toArray()));
    }

    private static int position(List<String> members, String account) {
        return Collections.binarySearch(members, account, CodePointOrder.INSTANCE);
    }

    private static MinCut cut(List<String> members, List<Link> links, Graph<String, DefaultWeightedEdge> graph) {
        var cut = new StoerWagnerMinimumCut<>(graph);
        Set<String> found = cut.minCut();
        boolean isSmaller = 2 * found.size() < members.size()
                || 2 * found.size() == members.size() && !found.contains(members.getFirst());
        return new MinCut(
                members.stream()
                        .filter(member -> found.contains(member) == isSmaller)
                        .toList(),
                members.stream()
                        .filter(member -> found.contains(member) != isSmaller)
                        .toList(),
                links.stream()
                        .filter(link -> found.contains(link.accountA()) != found.contains(link.accountB()))
                        .toList(),
                cut.minCutWeight());
    }

    /** How many of the links are an investigator's decision. */
    public int bonds() {
        return (int) links.stream().filter(Link::isBond).count();
    }
}

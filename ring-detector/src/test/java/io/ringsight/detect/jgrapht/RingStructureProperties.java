package io.ringsight.detect.jgrapht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

class RingStructureProperties {
    @Property(tries = 300)
    void bridgesAndArticulationAccountsAreThoseWithoutWhichMorePartsAreLeft(
            @ForAll @IntRange(min = 2, max = 9) int size, @ForAll @IntRange(max = 14) int more, @ForAll long seed) {
        Ring ring = ring(size);
        List<Link> links = connected(size, more, new Random(seed));
        RingStructure structure = RingStructure.of(ring, links, 0.5);
        List<Link> bridges = structure.links().stream()
                .filter(link -> parts(ring.members(), without(links, link)) > 1)
                .toList();
        assertThat(structure.bridges()).isEqualTo(bridges);
        List<String> cutpoints = ring.members().stream()
                .filter(account -> {
                    List<String> others = ring.members().stream()
                            .filter(other -> !other.equals(account))
                            .toList();
                    return parts(others, links) > 1;
                })
                .toList();
        assertThat(structure.articulationAccounts()).isEqualTo(cutpoints);
    }

    @Property(tries = 100)
    void bridgesAndArticulationAccountsAreThoseOfJGraphT(
            @ForAll @IntRange(min = 2, max = 60) int size, @ForAll @IntRange(max = 60) int more, @ForAll long seed) {
        Ring ring = ring(size);
        RingStructure structure = RingStructure.of(ring, connected(size, more, new Random(seed)), 0.5);
        Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        ring.members().forEach(graph::addVertex);
        structure.links().forEach(link -> graph.addEdge(link.accountA(), link.accountB()));
        var oracle = new BiconnectivityInspector<>(graph);
        assertThat(Set.copyOf(structure.articulationAccounts())).isEqualTo(oracle.getCutpoints());
        assertThat(structure.bridges())
                .extracting(link -> graph.getEdge(link.accountA(), link.accountB()))
                .hasSameElementsAs(oracle.getBridges());
    }

    @Property(tries = 200)
    void theMinimumCutIsTheLeastOfAllWaysToPartTheRing(
            @ForAll @IntRange(min = 2, max = 8) int size, @ForAll @IntRange(max = 14) int more, @ForAll long seed) {
        Ring ring = ring(size);
        List<Link> links = connected(size, more, new Random(seed));
        MinCut cut = RingStructure.of(ring, links, 0.5).minCut().orElseThrow();
        double least = IntStream.range(1, 1 << size - 1)
                .mapToDouble(side -> links.stream()
                        .filter(link -> isIn(ring, side, link.accountA()) != isIn(ring, side, link.accountB()))
                        .mapToDouble(Link::probability)
                        .sum())
                .min()
                .orElseThrow();
        assertThat(cut.weight()).isCloseTo(least, within(1e-9));
        assertThat(cut.links().stream().mapToDouble(Link::probability).sum()).isCloseTo(least, within(1e-9));
        assertThat(cut.side().size())
                .isPositive()
                .isLessThanOrEqualTo(cut.otherSide().size());
        assertThat(cut.side().size() + cut.otherSide().size()).isEqualTo(size);
    }

    @Property(tries = 100)
    void orderOfLinksDoesNotShow(
            @ForAll @IntRange(min = 2, max = 12) int size, @ForAll @IntRange(max = 20) int more, @ForAll long seed) {
        List<Link> links = connected(size, more, new Random(seed));
        var shuffled = new ArrayList<>(links);
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(RingStructure.of(ring(size), shuffled, 0.5)).isEqualTo(RingStructure.of(ring(size), links, 0.5));
    }

    private static boolean isIn(Ring ring, int side, String account) {
        return (side >>> ring.members().indexOf(account) & 1) != 0;
    }

    private static Ring ring(int size) {
        List<String> members =
                IntStream.range(0, size).mapToObj(i -> "A%02d".formatted(i)).toList();
        return new Ring("R-1", members, 0.5, 0, 1, List.of(), Double.NaN);
    }

    /** A random tree and some links more, of probabilities from 0.5 on. */
    private static List<Link> connected(int size, int more, Random random) {
        var links = new ArrayList<Link>();
        Set<Long> known = new HashSet<>();
        for (int i = 1; i < size; i++) {
            add(links, known, i, random.nextInt(i), random);
        }
        for (int i = 0; i < more; i++) {
            add(links, known, random.nextInt(size), random.nextInt(size), random);
        }
        return links;
    }

    private static void add(List<Link> links, Set<Long> known, int one, int other, Random random) {
        int a = Math.min(one, other);
        int b = Math.max(one, other);
        if (a != b && known.add((long) a << 32 | b)) {
            links.add(
                    new Link("A%02d".formatted(a), "A%02d".formatted(b), 0.5 + random.nextInt(49) / 100.0, List.of()));
        }
    }

    private static List<Link> without(List<Link> links, Link one) {
        return links.stream().filter(link -> !link.equals(one)).toList();
    }

    private static long parts(List<String> accounts, List<Link> links) {
        Set<String> left = new HashSet<>(accounts);
        long parts = 0;
        for (String account : accounts) {
            if (left.remove(account)) {
                parts++;
                var next = new ArrayList<>(List.of(account));
                while (!next.isEmpty()) {
                    String at = next.removeLast();
                    for (Link link : links) {
                        String other = link.accountA().equals(at)
                                ? link.accountB()
                                : link.accountB().equals(at) ? link.accountA() : at;
                        if (left.remove(other)) {
                            next.add(other);
                        }
                    }
                }
            }
        }
        return parts;
    }
}

package io.ringsight.detect.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

class SuccessionProperties {
    @Property(tries = 300)
    void eventsTellTheWholeStoryWhateverOrderRingsComeIn(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int accounts) {
        var random = new Random(seed);
        RingHistory history = RingHistory.none();
        Map<String, Set<String>> told = new HashMap<>();
        int[] ring = new int[accounts];
        for (int step = 1; step <= 12; step++) {
            for (int account = 0; account < accounts; account++) {
                ring[account] = random.nextInt(4) > 0 && step > 1 ? ring[account] : random.nextInt(accounts);
            }
            List<List<String>> rings = rings(ring);
            Succession succession = Succession.of(history, rings, Causes.unknown(), step);
            Collections.shuffle(rings, random);
            assertThat(Succession.of(history, rings, Causes.unknown(), step)).isEqualTo(succession);
            succession.events().forEach(event -> apply(event, told));
            history = history.with(succession.versions());
            Map<String, Set<String>> standing = new HashMap<>();
            history.standing().forEach(version -> standing.put(version.ringId(), Set.copyOf(version.members())));
            assertThat(told).isEqualTo(standing);
            assertThat(new HashSet<>(succession.ids().values())).isEqualTo(standing.keySet());
            assertThat(Succession.of(history, rings, Causes.unknown(), step + 1).events())
                    .isEmpty();
        }
    }

    private static void apply(LineageEvent event, Map<String, Set<String>> told) {
        Set<String> members = told.computeIfAbsent(event.ringId(), _ -> new HashSet<>());
        members.addAll(event.joined());
        members.removeAll(event.left());
        if (members.isEmpty()) {
            told.remove(event.ringId());
        }
    }

    private static List<List<String>> rings(int[] ring) {
        Map<Integer, List<String>> byRing = new TreeMap<>();
        for (int account = 0; account < ring.length; account++) {
            byRing.computeIfAbsent(ring[account], _ -> new ArrayList<>()).add("%03d".formatted(account));
        }
        return new ArrayList<>(
                byRing.values().stream().filter(members -> members.size() > 1).toList());
    }

    @Property(tries = 500)
    void theMatchingIsAsHeavyAsJGraphTs(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll @IntRange(min = 1, max = 12) int columns) {
        var random = new Random(seed);
        var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        Set<Integer> left = new HashSet<>();
        Set<Integer> right = new HashSet<>();
        int[][] to = new int[rows][];
        long[][] weights = new long[rows][];
        for (int column = 0; column < columns; column++) {
            graph.addVertex(rows + column);
            right.add(rows + column);
        }
        for (int row = 0; row < rows; row++) {
            graph.addVertex(row);
            left.add(row);
            to[row] = random.ints(columns, 0, columns)
                    .distinct()
                    .limit(random.nextInt(columns + 1))
                    .toArray();
            weights[row] = random.longs(to[row].length, 1, 20).toArray();
            for (int i = 0; i < to[row].length; i++) {
                graph.setEdgeWeight(graph.addEdge(row, rows + to[row][i]), (double) weights[row][i]);
            }
        }
        int[] matched = Assignment.of(columns, to, weights);
        long heavy = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < to[row].length; i++) {
                heavy += matched[row] == to[row][i] ? weights[row][i] : 0;
            }
        }
        var oracle = new MaximumWeightBipartiteMatching<>(graph, left, right).getMatching();
        assertThat(heavy).isEqualTo(Math.round(oracle.getWeight()));
        assertThat(java.util.Arrays.stream(matched)
                        .filter(column -> column >= 0)
                        .toArray())
                .doesNotHaveDuplicates();
    }
}

package io.ringsight.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.graph.Resemblances;
import io.ringsight.gnn.model.Subgraph;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourSamplerTest {
    private final RelationGraph graph = RelationGraph.of(Graphs.random(2_000, 100, 1, 50), Resemblances.none());
    private final int[] seeds = IntStream.range(0, 50).map(i -> 7 * i).toArray();

    @Test
    void drawsNoMoreThanItMayAndNobodyTwice() {
        var subgraph = sample(new FanOut(5, 3), 1);
        for (int identifier = 0; identifier < subgraph.relation().length; identifier++) {
            int from = subgraph.speakOffsets()[identifier];
            int to = subgraph.speakOffsets()[identifier + 1];
            assertThat(to - from).isBetween(2, 5);
            assertThat(Arrays.copyOfRange(subgraph.speakPair(), from, to)).doesNotHaveDuplicates();
        }
        for (int account = 0; account < subgraph.reach()[1]; account++) {
            assertThat(subgraph.listenOffsets()[account + 1] - subgraph.listenOffsets()[account])
                    .isLessThanOrEqualTo(3);
        }
        assertThat(subgraph.accounts()).doesNotHaveDuplicates().startsWith(seeds);
    }

    @Test
    void whatALayerNeedsIsAPrefix() {
        var subgraph = sample(new FanOut(4, 4), 2);
        int[] reach = subgraph.reach();
        for (int layer = 1; layer < reach.length; layer++) {
            int listens = subgraph.listenOffsets()[reach[layer]];
            int heard = subgraph.heard()[layer - 1];
            assertThat(Arrays.stream(subgraph.listenIdentifier(), 0, listens))
                    .allMatch(identifier -> identifier < heard);
            int before = reach[layer - 1];
            assertThat(Arrays.stream(subgraph.speakAccount(), 0, subgraph.speakOffsets()[heard]))
                    .allMatch(account -> account < before);
        }
    }

    @Test
    void everyUserOfAHubHasTheSameChance() {
        var names = new StringBuilder("a0:1");
        for (int i = 1; i < 100; i++) {
            names.append(" a").append(i).append(":1");
        }
        var hub = RelationGraph.of(Graphs.of(names.toString()), Resemblances.none());
        var sampler = new NeighbourSampler(hub, 1, new FanOut(10, 10));
        var random = new SplittableRandom(3);
        int[] drawn = new int[100];
        for (int run = 0; run < 2_000; run++) {
            for (int pair : sampler.sample(new int[] {0}, random).speakPair()) {
                drawn[pair]++;
            }
        }
        assertThat(Arrays.stream(drawn)).allMatch(times -> times > 120 && times < 280);
    }

    @Test
    void aHiddenPairIsLeftOutBothWaysThoughItsIdentifierIsThere() {
        int[] sharing = Arrays.stream(seeds)
                .filter(seed -> graph.firstPair(seed + 1) > graph.firstPair(seed))
                .toArray();
        int[] hidden = Arrays.stream(sharing)
                .map(seed -> graph.firstPair(seed + 1) - 1)
                .toArray();
        var subgraph =
                new NeighbourSampler(graph, 2, new FanOut(5, 2)).sample(sharing, hidden, new SplittableRandom(4));
        var pairs = new HashSet<Integer>();
        for (int pair : hidden) {
            pairs.add(pair);
        }
        int listens = subgraph.listenOffsets()[sharing.length];
        int found = 0;
        for (int listen = 0; listen < listens; listen++) {
            boolean isHidden = pairs.contains(subgraph.listenPair()[listen]);
            assertThat(subgraph.listenKept()[listen]).isEqualTo(isHidden ? 0 : 1);
            found += isHidden ? 1 : 0;
        }
        assertThat(found).isEqualTo(hidden.length);
        for (int speak = 0; speak < subgraph.speakPair().length; speak++) {
            boolean isHidden = pairs.contains(subgraph.speakPair()[speak]);
            assertThat(subgraph.speakKept()[speak]).isEqualTo(isHidden ? 0 : 1);
        }
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(sample(new FanOut(5, 3), 5).speakPair())
                .isEqualTo(sample(new FanOut(5, 3), 5).speakPair());
    }

    private Subgraph sample(FanOut fanOut, long seed) {
        return new NeighbourSampler(graph, 2, fanOut).sample(seeds, new SplittableRandom(seed));
    }
}

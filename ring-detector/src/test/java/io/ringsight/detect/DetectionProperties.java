package io.ringsight.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DetectionProperties {
    private static final List<String> TYPES =
            List.of("device", "document", "phone", "email", "address", "ip", "payment", "tax_id");

    @Property(tries = 40)
    void orderOfInputAndKeysDoNotShow(
            @ForAll @IntRange(min = 2, max = 300) int accounts,
            @ForAll @IntRange(min = 1, max = 80) int values,
            @ForAll long seed) {
        Population population = population(accounts, values, seed);
        Detection one = detect(population.graph("key one", 1));
        Detection other = detect(population.graph("key two", seed));
        assertThat(other.accounts()).isEqualTo(one.accounts());
        assertThat(other.rings()).isEqualTo(one.rings());
        assertThat(other.links()).isEqualTo(one.links());
    }

    @Property(tries = 5)
    void numberOfThreadsDoesNotShow(@ForAll long seed) throws ExecutionException, InterruptedException {
        IdentityGraph graph = population(9_000, 4_000, seed).graph();
        Detection alone = inPool(1, graph);
        Detection together = inPool(4, graph);
        assertThat(together.accounts()).isEqualTo(alone.accounts());
        assertThat(together.rings()).isEqualTo(alone.rings());
        assertThat(together.links()).isEqualTo(alone.links());
    }

    @Property(tries = 40)
    void ringsShareNoMemberAndLinksComeInOrder(
            @ForAll @IntRange(min = 2, max = 300) int accounts,
            @ForAll @IntRange(min = 1, max = 80) int values,
            @ForAll long seed) {
        Detection detection = detect(population(accounts, values, seed).graph());
        Set<String> seen = new HashSet<>();
        detection
                .rings()
                .forEach(ring -> ring.members()
                        .forEach(member -> assertThat(seen.add(member)).isTrue()));
        for (int i = 1; i < detection.links().size(); i++) {
            var before = detection.links().get(i - 1);
            var link = detection.links().get(i);
            assertThat((before.accountA() + '\0' + before.accountB()))
                    .isLessThan(link.accountA() + '\0' + link.accountB());
        }
        detection.accounts().forEach(account -> assertThat(account.risk()).isBetween(0.0, 1.0));
    }

    /** Few values make hubs, many make small groups; ids of one length, so that text order is their order. */
    private static Population population(int accounts, int values, long seed) {
        var random = new Random(seed);
        var population = new Population();
        for (int i = 0; i < accounts; i++) {
            String[] uses = new String[1 + random.nextInt(4)];
            for (int u = 0; u < uses.length; u++) {
                String type = TYPES.get(random.nextInt(TYPES.size()));
                uses[u] = type + ":" + (int) (values * Math.pow(random.nextDouble(), 2));
            }
            population.account("A" + (10_000 + i), random.nextInt(60), uses);
        }
        return population;
    }

    private static Detection inPool(int threads, IdentityGraph graph) throws ExecutionException, InterruptedException {
        try (var pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> detect(graph)).get();
        }
    }

    private static Detection detect(IdentityGraph graph) {
        return new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .run(graph, List.of(), Progress.silent());
    }
}

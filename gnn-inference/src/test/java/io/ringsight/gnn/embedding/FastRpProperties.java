package io.ringsight.gnn.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FastRpProperties {
    private static final TorchSettings ONE_THREAD = new TorchSettings(TorchDevice.CPU, 1);

    @Property(tries = 60)
    void agreesWithDoublePrecisionByTheBook(
            @ForAll @IntRange(min = 1, max = 60) int accounts,
            @ForAll @IntRange(min = 1, max = 40) int identifiers,
            @ForAll @IntRange(min = 24, max = 97) int dimension,
            @ForAll @DoubleRange(min = -1, max = 1) double strength,
            @ForAll @Size(min = 1, max = 4) List<@DoubleRange(min = -1, max = 2) Double> weights,
            @ForAll long seed) {
        var graph = Graphs.random(accounts, identifiers, seed);
        var parameters = new FastRpParameters(dimension, weights, strength, seed);
        double[][] expected = PlainFastRp.embed(graph, parameters);
        float[][] actual = FastRpTest.rows(graph, new FastRp(parameters, ONE_THREAD));
        for (int account = 0; account < accounts; account++) {
            for (int column = 0; column < dimension; column++) {
                assertThat((double) actual[account][column]).isCloseTo(expected[account][column], within(1e-5));
            }
        }
    }

    @Property(tries = 40)
    void doesNotDependOnKeysOrOnTheNumberingOfNodes(
            @ForAll @IntRange(min = 2, max = 80) int accounts,
            @ForAll @IntRange(min = 1, max = 50) int identifiers,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 1_000_000) int key) {
        var graph = Graphs.random(accounts, identifiers, seed, 0);
        var renumbered = Graphs.random(accounts, identifiers, seed, key);
        var fastRp = new FastRp(FastRpParameters.DEFAULT, ONE_THREAD);
        float[][] rows = FastRpTest.rows(graph, fastRp);
        float[][] others = FastRpTest.rows(renumbered, fastRp);
        for (int account = 0; account < accounts; account++) {
            float[] row = rows[account];
            float[] other = others[renumbered.findAccount(graph.accountId(account))];
            for (int column = 0; column < row.length; column++) {
                assertThat(other[column]).isCloseTo(row[column], within(1e-5f));
            }
        }
    }
}

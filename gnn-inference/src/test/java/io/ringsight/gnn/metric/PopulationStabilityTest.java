package io.ringsight.gnn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.metric.PopulationStability.Level;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {
    @Test
    void isTheFormulaOverSmoothedShares() {
        var found = PopulationStability.ofCounts(new double[] {60, 40, 0, 0}, new double[] {30, 50, 20, 0});
        double index = 0;
        double[][] smoothed = {{60.5, 30.5}, {40.5, 50.5}, {0.5, 20.5}};
        for (double[] bin : smoothed) {
            double before = bin[0] / 101.5;
            double after = bin[1] / 101.5;
            index += (after - before) * Math.log(after / before);
        }
        assertThat(found.bins()).isEqualTo(3);
        assertThat(found.index().toOptional().orElseThrow()).isCloseTo(index, within(1e-12));
        assertThat(found.level()).isEqualTo(Level.ALARM);
    }

    @Test
    void movesWithTheDistribution() {
        double[] reference = new double[5000];
        var random = new Random(2);
        Arrays.setAll(reference, i -> random.nextGaussian());
        double[] same = reference.clone();
        Arrays.setAll(same, i -> random.nextGaussian());
        assertThat(PopulationStability.of(reference, same, 10).level()).isEqualTo(Level.STABLE);
        assertThat(PopulationStability.of(reference, shifted(same, 0.4), 10).level())
                .isEqualTo(Level.WARNING);
        assertThat(PopulationStability.of(reference, shifted(same, 1), 10).level())
                .isEqualTo(Level.ALARM);
    }

    @Test
    void binsHoldEqualSharesOfTheReference() {
        double[] reference = new double[100];
        Arrays.setAll(reference, i -> i);
        double[] low = new double[100];
        Arrays.setAll(low, i -> i % 10); // all in the first bin
        double first = (100.5 / 105 - 10.5 / 105) * Math.log(100.5 / 10.5);
        double other = 9 * ((0.5 - 10.5) / 105) * Math.log(0.5 / 10.5);
        assertThat(PopulationStability.of(reference, low, 10)
                        .index()
                        .toOptional()
                        .orElseThrow())
                .isCloseTo(first + other, within(1e-9));
    }

    @Test
    void missingValuesAreABinOfTheirOwn() {
        double[] reference = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] half = {1, 2, 3, 4, 5, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        assertThat(PopulationStability.of(reference, half, 2).level()).isEqualTo(Level.ALARM);
        double[] none = {Double.NaN, Double.NaN};
        assertThat(PopulationStability.of(none, none, 10).index()).isEqualTo(Measure.of(0));
    }

    @Test
    void aConstantIsStable() {
        double[] zeros = new double[50];
        assertThat(PopulationStability.of(zeros, zeros, 10).index()).isEqualTo(Measure.of(0));
    }

    @Test
    void anEmptyPeriodHasNoIndex() {
        var found = PopulationStability.of(new double[] {1, 2}, new double[0], 10);
        assertThat(found.index()).isEqualTo(Measure.undefined("the current period is empty"));
        assertThat(found.level()).isEqualTo(Level.UNKNOWN);
    }

    private static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }
}

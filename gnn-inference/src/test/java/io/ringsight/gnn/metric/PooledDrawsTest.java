package io.ringsight.gnn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PooledDrawsTest {
    private static final int REPLICATES = 4_000;

    @Test
    void onePopulationIsItself() {
        double[] draws = draws(0.7, 0.05, 1);
        Estimate pooled = PooledDraws.mean(List.of(draws));
        double[] sorted = Arrays.copyOfRange(draws, 1, draws.length);
        Arrays.sort(sorted);
        assertThat(pooled.measure()).isEqualTo(Measure.of(0.7));
        assertThat(pooled.interval().orElseThrow())
                .isEqualTo(new Interval(Quantile.of(sorted, 0.05), Quantile.of(sorted, 0.95)));
    }

    @Test
    void theMeanOfFourIsTwiceAsSure() {
        var four = List.of(draws(0.7, 0.05, 1), draws(0.6, 0.05, 2), draws(0.7, 0.05, 3), draws(0.8, 0.05, 4));
        Estimate pooled = PooledDraws.mean(four);
        assertThat(pooled.measure().toOptional().orElseThrow()).isCloseTo(0.7, within(1e-12));
        double alone = width(PooledDraws.mean(four.subList(0, 1)));
        assertThat(width(pooled)).isCloseTo(alone / 2, within(0.1 * alone));
    }

    @Test
    void populationsWithEqualDrawsAreStillDrawnApart() {
        var same = List.of(draws(0.7, 0.05, 1), draws(0.7, 0.05, 1));
        double alone = width(PooledDraws.mean(same.subList(0, 1)));
        assertThat(width(PooledDraws.mean(same))).isCloseTo(alone / Math.sqrt(2), within(0.1 * alone));
    }

    @Test
    void aDifferenceIsPairedWithinEachPopulation() {
        var theirs = List.of(draws(0.7, 0.05, 1), draws(0.6, 0.05, 2));
        var ours = theirs.stream()
                .map(draws -> Arrays.stream(draws).map(x -> x + 0.01).toArray())
                .toList();
        Interval interval = PooledDraws.difference(ours, theirs).interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(0.01, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void whatOnePopulationCannotSayIsUndefined() {
        double[] undefined = draws(Double.NaN, 0.05, 2);
        assertThat(PooledDraws.mean(List.of(draws(0.7, 0.05, 1), undefined)).measure())
                .isInstanceOf(Measure.Undefined.class);
    }

    @Test
    void refusesPopulationsDrawnUnequallyOften() {
        assertThatThrownBy(() -> PooledDraws.mean(List.of(new double[3], new double[4])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double width(Estimate estimate) {
        Interval interval = estimate.interval().orElseThrow();
        return interval.high() - interval.low();
    }

    private static double[] draws(double sample, double deviation, long seed) {
        var random = new SplittableRandom(seed);
        double[] draws = new double[1 + REPLICATES];
        Arrays.setAll(draws, i -> i == 0 ? sample : sample + deviation * random.nextGaussian());
        return draws;
    }
}

package io.ringsight.gnn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.ingest.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final BootstrapParameters PARAMETERS = new BootstrapParameters(2000, 7, 2);

    @Test
    void theIntervalOfAMeanIsThatOfTheory() {
        int n = 400;
        double[] value = new Random(1).doubles(n).toArray();
        double[] one = new double[n];
        Arrays.fill(one, 1);
        var mean = new WeightedRatio(value, one, "");
        var resampling = Resampling.single(all(n));
        Interval interval = Bootstrap.run(
                        resampling, PARAMETERS, weight -> List.of(mean.measure(weight)), Progress.silent())
                .estimate(0)
                .interval()
                .orElseThrow();
        double average = Arrays.stream(value).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(value)
                        .map(v -> (v - average) * (v - average))
                        .average()
                        .orElseThrow()
                / n);
        assertThat(interval.low()).isCloseTo(average - 1.645 * deviation, within(deviation / 8));
        assertThat(interval.high()).isCloseTo(average + 1.645 * deviation, within(deviation / 8));
    }

    @Test
    void aUnitIsDrawnAsOneAndStrataKeepTheirSize() {
        int[] unit = {0, 0, 0, 1, 1, -1, 2, 3, 4};
        int[] stratum = {0, 0, 0, 0, 0, 0, 1, 1, 1};
        var resampling = Resampling.of(unit, stratum);
        double[] weight = new double[unit.length];
        boolean varies = false;
        for (int replicate = 0; replicate < 50; replicate++) {
            resampling.draw(3, replicate, weight);
            assertThat(weight[0]).isEqualTo(weight[1]).isEqualTo(weight[2]);
            assertThat(weight[3]).isEqualTo(weight[4]);
            assertThat(weight[5]).isZero();
            assertThat(weight[0] + weight[3]).isEqualTo(2);
            assertThat(weight[6] + weight[7] + weight[8]).isEqualTo(3);
            varies |= weight[0] != 1;
        }
        assertThat(varies).isTrue();
        assertThat(resampling.sample()).containsExactly(1, 1, 1, 1, 1, 0, 1, 1, 1);
        assertThatThrownBy(() -> Resampling.of(new int[] {0, 0}, new int[] {0, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyUnitIsAsLikelyAsAnother() {
        var resampling = Resampling.single(all(10));
        double[] weight = new double[10];
        double[] sum = new double[10];
        for (int replicate = 0; replicate < 10_000; replicate++) {
            resampling.draw(11, replicate, weight);
            Arrays.setAll(sum, i -> sum[i] + weight[i]);
        }
        for (double drawn : sum) {
            assertThat(drawn).isCloseTo(10_000, within(500.0));
        }
    }

    @Test
    void threadsDoNotChangeTheResult() {
        var scores = RankedScores.of(new Random(2).doubles(500).toArray(), alternating(500));
        Statistics statistics = weight -> {
            Tally tally = scores.tally(weight);
            return List.of(Ranking.auroc(tally), Ranking.averagePrecision(tally));
        };
        var resampling = Resampling.single(all(500));
        var one = Bootstrap.run(resampling, new BootstrapParameters(99, 5, 1), statistics, Progress.silent());
        var four = Bootstrap.run(resampling, new BootstrapParameters(99, 5, 4), statistics, Progress.silent());
        assertThat(one.estimates()).isEqualTo(four.estimates());
    }

    @Test
    void aPairedDifferenceIsSurerThanTwoIntervals() {
        var random = new Random(3);
        boolean[] positive = alternating(600);
        double[] better = new double[600];
        double[] worse = new double[600];
        for (int i = 0; i < 600; i++) {
            better[i] = random.nextGaussian() + (positive[i] ? 1 : 0);
            worse[i] = better[i] + 0.3 * random.nextGaussian();
        }
        var resampling = Resampling.single(all(600));
        Replicates first = auroc(resampling, better, positive);
        Replicates second = auroc(resampling, worse, positive);
        Estimate difference = first.difference(second, 0);
        assertThat(difference.measure())
                .isEqualTo(first.estimate(0).measure().minus(second.estimate(0).measure()));
        assertThat(width(difference)).isLessThan(width(first.estimate(0)) / 2);
        assertThat(first.difference(first, 0))
                .isEqualTo(new Estimate(Measure.of(0), java.util.Optional.of(new Interval(0, 0))));
        Replicates elsewhere = auroc(Resampling.single(all(600)), worse, positive);
        assertThatThrownBy(() -> first.difference(elsewhere, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsOftenUndefinedHasNoInterval() {
        boolean[] positive = new boolean[50];
        positive[0] = true;
        double[] score = new Random(4).doubles(50).toArray();
        Estimate estimate = auroc(Resampling.single(all(50)), score, positive).estimate(0);
        assertThat(estimate.measure()).isInstanceOf(Measure.Value.class);
        assertThat(estimate.interval()).isEmpty();
    }

    private static Replicates auroc(Resampling resampling, double[] score, boolean[] positive) {
        var scores = RankedScores.of(score, positive);
        return Bootstrap.run(
                resampling,
                new BootstrapParameters(300, 5, 2),
                weight -> List.of(Ranking.auroc(scores.tally(weight))),
                Progress.silent());
    }

    private static double width(Estimate estimate) {
        Interval interval = estimate.interval().orElseThrow();
        return interval.high() - interval.low();
    }

    private static boolean[] all(int size) {
        boolean[] all = new boolean[size];
        Arrays.fill(all, true);
        return all;
    }

    private static boolean[] alternating(int size) {
        boolean[] positive = new boolean[size];
        for (int i = 0; i < size; i += 2) {
            positive[i] = true;
        }
        return positive;
    }
}

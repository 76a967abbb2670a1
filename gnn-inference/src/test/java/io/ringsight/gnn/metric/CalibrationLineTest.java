package io.ringsight.gnn.metric;

import static io.ringsight.gnn.metric.RankingTest.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationLineTest {
    @Test
    void scoresThatDivideTheClassesHaveNoLine() {
        var line = CalibrationLine.of(tally(new double[] {0.9, 0.8, 0.2}, true, false, false));
        assertThat(line.slope())
                .isEqualTo(Measure.undefined(
                        "a score divides fraudulent from honest accounts, so no finite line is the best"));
        assertThat(line.inTheLarge()).isInstanceOf(Measure.Value.class);
        var touching = CalibrationLine.of(tally(new double[] {0.9, 0.5, 0.5, 0.2}, true, true, false, false));
        assertThat(touching.slope()).isInstanceOf(Measure.Undefined.class);
    }

    @Test
    void oneScoreForAllHasNoSlope() {
        var line = CalibrationLine.of(tally(new double[] {0.2, 0.2, 0.2, 0.2}, true, false, false, false));
        assertThat(line.slope()).isEqualTo(Measure.undefined("all scores are equal"));
        assertThat(line.inTheLarge().toOptional().orElseThrow())
                .isCloseTo(Math.log(1 / 3.0) - Math.log(0.2 / 0.8), within(1e-9));
    }

    @Test
    void certaintyIsNoInfinity() {
        var line = CalibrationLine.of(tally(new double[] {1, 0, 1, 0, 0.5}, true, true, false, false, false));
        assertThat(line.slope()).isInstanceOf(Measure.Value.class);
    }

    @Test
    void farOffPredictionsStillFindTheirLine() {
        var random = new Random(4);
        double[] score = new double[2000];
        boolean[] positive = new boolean[score.length];
        for (int i = 0; i < score.length; i++) {
            double logOdds = random.nextGaussian();
            positive[i] = random.nextDouble() < LogisticLine.probability(0.1 * logOdds - 3);
            score[i] = LogisticLine.probability(3 * logOdds + 8);
        }
        var line = CalibrationLine.of(RankedScores.of(score, positive).tally());
        assertThat(line.slope().toOptional().orElseThrow()).isBetween(-0.1, 0.2);
        assertThat(line.inTheLarge().toOptional().orElseThrow()).isLessThan(-5);
    }

    @Test
    void oneStepIsNearTheLineOfAReplicate() {
        var random = new Random(5);
        double[] score = new double[20_000];
        boolean[] positive = new boolean[score.length];
        for (int i = 0; i < score.length; i++) {
            double logOdds = random.nextGaussian() - 2;
            score[i] = LogisticLine.probability(logOdds);
            positive[i] = random.nextDouble() < LogisticLine.probability(0.8 * logOdds - 0.3);
        }
        var scores = RankedScores.of(score, positive);
        var sample = scores.tally();
        var quick = new OneStepCalibration(sample);
        boolean[] all = new boolean[score.length];
        java.util.Arrays.fill(all, true);
        double[] weight = new double[score.length];
        Resampling.single(all).draw(1, 0, weight);
        var near = quick.of(scores.tally(weight));
        var exact = CalibrationLine.of(scores.tally(weight));
        double moved = value(exact.slope()) - value(quick.sample().slope());
        assertThat(Math.abs(moved)).isGreaterThan(1e-4);
        assertThat(value(near.slope())).isCloseTo(value(exact.slope()), within(Math.abs(moved) / 10));
        assertThat(value(near.intercept())).isCloseTo(value(exact.intercept()), within(1e-3));
        assertThat(value(near.inTheLarge())).isCloseTo(value(exact.inTheLarge()), within(1e-3));
        assertThat(quick.of(sample)
                        .slope()
                        .minus(quick.sample().slope())
                        .toOptional()
                        .orElseThrow())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void rangesShowWhatWasObservedWithWilsonsInterval() {
        List<ScoreRange> ranges = Reliability.decisionRanges(
                tally(new double[] {0.05, 0.1, 0.3, 0.5, 0.8, 1}, false, true, false, true, true, true));
        assertThat(ranges).extracting(ScoreRange::accounts).containsExactly(1.0, 2.0, 1.0, 2.0);
        assertThat(ranges.get(1).observed()).isEqualTo(Measure.of(0.5));
        assertThat(ranges.get(1).predicted()).isEqualTo(Measure.of(0.2));
        Interval ofNone = ranges.getFirst().interval().orElseThrow();
        assertThat(ofNone.low()).isZero();
        assertThat(ofNone.high()).isCloseTo(2.705543454 / 3.705543454, within(1e-9)); // z2 / (n + z2)
        assertThat(Reliability.curve(tally(new double[] {0.05}, true)).get(4).observed())
                .isEqualTo(Measure.undefined("no account in this range"));
    }

    private static double value(Measure measure) {
        return measure.toOptional().orElseThrow(() -> new AssertionError(measure));
    }
}

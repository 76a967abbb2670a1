package io.ringsight.gnn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RankingProperties {
    private double[] score = new double[0];
    private boolean[] positive = new boolean[0];
    private double[] weight = new double[0];

    @Property(tries = 300)
    void aurocIsTheShareOfPairsInOrder(@ForAll @IntRange(min = 1, max = 40) int accounts, @ForAll long seed) {
        draw(accounts, seed);
        double pairs = 0;
        double inOrder = 0;
        for (int i = 0; i < accounts; i++) {
            for (int j = 0; j < accounts; j++) {
                if (positive[i] && !positive[j]) {
                    pairs += weight[i] * weight[j];
                    inOrder += weight[i] * weight[j] * (Math.signum(score[i] - score[j]) + 1) / 2;
                }
            }
        }
        Measure auroc = Ranking.auroc(RankedScores.of(score, positive).tally(weight));
        if (pairs == 0) {
            assertThat(auroc).isInstanceOf(Measure.Undefined.class);
        } else {
            assertThat(auroc.toOptional().orElseThrow()).isCloseTo(inOrder / pairs, within(1e-12));
        }
    }

    @Property(tries = 200)
    void aWeightIsAsManyCopies(@ForAll @IntRange(min = 1, max = 40) int accounts, @ForAll long seed) {
        draw(accounts, seed);
        int copies = (int) Arrays.stream(weight).sum();
        double[] copiedScore = new double[copies];
        boolean[] copiedPositive = new boolean[copies];
        int at = 0;
        for (int i = 0; i < accounts; i++) {
            for (int copy = 0; copy < weight[i]; copy++) {
                copiedScore[at] = score[i];
                copiedPositive[at++] = positive[i];
            }
        }
        Tally weighted = RankedScores.of(score, positive).tally(weight);
        Tally copied = RankedScores.of(copiedScore, copiedPositive).tally();
        assertSame(weighted, copied, Ranking::auroc);
        assertSame(weighted, copied, Ranking::averagePrecision);
        assertSame(weighted, copied, tally -> Ranking.recallAtFalsePositiveRate(tally, 0.2));
        assertSame(weighted, copied, tally -> Ranking.precisionAtCapacity(tally, 3));
        assertSame(weighted, copied, Reliability::brierScore);
        assertSame(weighted, copied, Reliability::expectedCalibrationError);
        assertSame(weighted, copied, tally -> CalibrationLine.of(tally).slope());
        assertSame(weighted, copied, tally -> CalibrationLine.of(tally).intercept());
        assertSame(weighted, copied, tally -> CalibrationLine.of(tally).inTheLarge());
    }

    /** Few scores, so that many are tied; weights 0 to 3. */
    private void draw(int accounts, long seed) {
        var random = new Random(seed);
        score = new double[accounts];
        positive = new boolean[accounts];
        weight = new double[accounts];
        for (int i = 0; i < accounts; i++) {
            score[i] = random.nextInt(11) / 10.0;
            positive[i] = random.nextInt(3) == 0;
            weight[i] = random.nextInt(4);
        }
    }

    private static void assertSame(Tally weighted, Tally copied, Function<Tally, Measure> metric) {
        Measure one = metric.apply(weighted);
        Measure other = metric.apply(copied);
        if (one instanceof Measure.Value(double value)) {
            assertThat(other.toOptional().orElseThrow(() -> new AssertionError(other)))
                    .isCloseTo(value, within(1e-9));
        } else {
            assertThat(other).isEqualTo(one);
        }
    }
}

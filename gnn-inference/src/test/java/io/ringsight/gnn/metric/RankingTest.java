package io.ringsight.gnn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.gnn.metric.Measure.Undefined;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void aMissingClassHasAReasonAndNoValue() {
        Tally nobody = tally(new double[0]);
        Tally honest = tally(new double[] {0.1, 0.2}, false, false);
        Tally fraud = tally(new double[] {0.1, 0.2}, true, true);
        assertThat(Ranking.auroc(nobody)).isEqualTo(Measure.undefined("no account was scored"));
        assertThat(Ranking.auroc(honest)).isEqualTo(Measure.undefined("no fraudulent account was scored"));
        assertThat(Ranking.auroc(fraud)).isEqualTo(Measure.undefined("no honest account was scored"));
        assertThat(Ranking.averagePrecision(honest)).isInstanceOf(Undefined.class);
        assertThat(Ranking.averagePrecision(fraud)).isEqualTo(Measure.of(1));
        assertThat(Ranking.recallAtFalsePositiveRate(fraud, 0.01)).isInstanceOf(Undefined.class);
        assertThat(Reliability.brierScore(nobody)).isInstanceOf(Undefined.class);
        assertThat(Reliability.expectedCalibrationError(nobody)).isInstanceOf(Undefined.class);
        assertThat(CalibrationLine.of(honest).slope()).isInstanceOf(Undefined.class);
        assertThat(Curves.roc(honest, 10)).isEmpty();
        assertThat(Curves.precisionRecall(honest, 10)).isEmpty();
    }

    @Test
    void weightsOfZeroMakeAClassMissing() {
        var scores = RankedScores.of(new double[] {0.1, 0.2}, new boolean[] {true, false});
        assertThat(Ranking.auroc(scores.tally(new double[] {0, 3}))).isInstanceOf(Undefined.class);
    }

    @Test
    void accountsThatDoNotCountAreNotRead() {
        boolean[] positive = {true, false, true};
        var some = RankedScores.of(new double[] {0.9, 0.5, Double.NaN}, positive, new boolean[] {true, true, false});
        assertThat(Ranking.auroc(some.tally())).isEqualTo(Measure.of(1));
        assertThat(some.tally().total()).isEqualTo(2);
        assertThatThrownBy(() -> RankedScores.of(new double[] {Double.NaN}, new boolean[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zeroIsZeroWhateverItsSign() {
        assertThat(Ranking.auroc(tally(new double[] {0.0, -0.0}, true, false))).isEqualTo(Measure.of(0.5));
    }

    @Test
    void capacityBeyondThePopulationHasNoPrecision() {
        Tally tally = tally(new double[] {0.3, 0.2, 0.1}, true, false, false);
        assertThat(Ranking.precisionAtCapacity(tally, 3)).isEqualTo(Measure.of(1 / 3.0));
        assertThat(Ranking.precisionAtCapacity(tally, 4))
                .isEqualTo(Measure.undefined("fewer accounts were scored than the capacity of 4"));
    }

    @Test
    void theLastPlaceAmongEqualsIsShared() {
        Tally tally = tally(new double[] {0.9, 0.5, 0.5, 0.5, 0.5}, true, true, false, false, false);
        assertThat(Ranking.precisionAtCapacity(tally, 3)).isEqualTo(Measure.of((1 + 2 * 0.25) / 3));
        assertThat(Ranking.recallAtFalsePositiveRate(tally, 1 / 3.0)).isEqualTo(Measure.of((1 + 1 / 3.0) / 2));
    }

    @Test
    void curvesAreThinnedButKeepTheirEnds() {
        double[] score = new double[5000];
        boolean[] positive = new boolean[score.length];
        var random = new java.util.Random(1);
        for (int i = 0; i < score.length; i++) {
            positive[i] = random.nextInt(20) == 0;
            score[i] = random.nextGaussian() + (positive[i] ? 1.5 : 0);
        }
        Tally tally = RankedScores.of(score, positive).tally();
        List<CurvePoint> roc = Curves.roc(tally, 200);
        assertThat(roc).hasSizeBetween(100, 200);
        assertThat(roc.getFirst()).isEqualTo(new CurvePoint(0, 0));
        assertThat(roc.getLast()).isEqualTo(new CurvePoint(1, 1));
        assertThat(Curves.precisionRecall(tally, 200)).hasSizeLessThanOrEqualTo(200);
        double area = 0;
        for (int i = 1; i < roc.size(); i++) {
            area += (roc.get(i).x() - roc.get(i - 1).x())
                    * (roc.get(i).y() + roc.get(i - 1).y())
                    / 2;
        }
        assertThat(area)
                .isCloseTo(
                        Ranking.auroc(tally).toOptional().orElseThrow(), org.assertj.core.api.Assertions.within(0.005));
    }

    static Tally tally(double[] score, boolean... positive) {
        return RankedScores.of(score, positive).tally();
    }
}

package io.ringsight.detect.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.metric.CalibrationLine;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.OneStepCalibration;
import io.ringsight.gnn.metric.RankedScores;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairCalibrationTest {
    private static final int PAIRS = 2_000;
    private static final int UNITS = 100;

    private final SplittableRandom random = new SplittableRandom(4);
    private final float[] probability = new float[PAIRS];
    private final boolean[] together = new boolean[PAIRS];
    private final int[] unit = new int[PAIRS];

    PairCalibrationTest() {
        for (int pair = 0; pair < PAIRS; pair++) {
            probability[pair] = (float) random.nextDouble();
            together[pair] = random.nextDouble() < Math.sqrt(probability[pair]);
            unit[pair] = random.nextInt(UNITS);
        }
    }

    @Test
    void ofTheSampleItIsTheLineOfAllPairs() {
        CalibrationLine line =
                CalibrationLine.of(RankedScores.of(scores(), together).tally());
        List<Measure> measures = calibration().measure(ones());

        assertThat(value(measures.get(0))).isCloseTo(line.slope().toOptional().orElseThrow(), within(1e-9));
        assertThat(value(measures.get(1)))
                .isCloseTo(line.intercept().toOptional().orElseThrow(), within(1e-9));
    }

    @Test
    void ofAReplicateItIsTheOneStepOfWeightedPairs() {
        double[] drawn =
                IntStream.range(0, UNITS).mapToDouble(_ -> random.nextInt(4)).toArray();
        double[] byPair = Arrays.stream(unit).mapToDouble(u -> drawn[u]).toArray();
        RankedScores ranked = RankedScores.of(scores(), together);
        CalibrationLine step = new OneStepCalibration(ranked.tally()).of(ranked.tally(byPair));
        List<Measure> measures = calibration().measure(drawn);

        assertThat(value(measures.get(0))).isCloseTo(step.slope().toOptional().orElseThrow(), within(1e-9));
        assertThat(value(measures.get(1)))
                .isCloseTo(step.intercept().toOptional().orElseThrow(), within(1e-9));
    }

    @Test
    void comparesWhatWasPredictedWithWhatWasObservedInEachRange() {
        var calibration = new PairCalibration(
                new float[] {0.05f, 0.1f, 0.3f, 0.5f, 0.8f, 1f},
                new boolean[] {true, false, true, true, true, false},
                new int[] {0, 0, 1, 1, 2, 2},
                3);

        assertThat(IntStream.range(0, 3).mapToObj(calibration::pairs)).containsExactly(2L, 1L, 2L);
        assertThat(calibration.together()).isEqualTo(4);
        List<Measure> measures = calibration.measure(new double[] {1, 3, 1});
        assertThat(value(measures.get(2))).isCloseTo((0.1 + 3 * 0.3) / 4, within(1e-6));
        assertThat(value(measures.get(3))).isEqualTo(0.75);
        assertThat(value(measures.get(7))).isEqualTo(0.5);
    }

    @Test
    void saysWhyThereIsNoLine() {
        assertThat(slope(new float[0])).isEqualTo(Measure.undefined("no pair of scored accounts was weighed"));
        assertThat(slope(new float[] {0.2f, 0.9f}, false, false))
                .isEqualTo(Measure.undefined("no pair that was weighed is under common control"));
        assertThat(slope(new float[] {0.2f, 0.9f}, false, true))
                .isEqualTo(Measure.undefined(
                        "probabilities are all equal, or one divides the pairs by truth: no finite line is the best"));
    }

    private static Measure slope(float[] probability, boolean... together) {
        return new PairCalibration(probability, together, new int[probability.length], 1)
                .measure(new double[] {1})
                .getFirst();
    }

    private PairCalibration calibration() {
        return new PairCalibration(probability, together, unit, UNITS);
    }

    private double[] scores() {
        return IntStream.range(0, PAIRS).mapToDouble(pair -> probability[pair]).toArray();
    }

    private static double[] ones() {
        double[] ones = new double[UNITS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double value(Measure measure) {
        return measure.toOptional().orElseThrow();
    }
}

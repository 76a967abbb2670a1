package io.ringsight.detect.risk.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    @Test
    void recoversThePlantedWeights() {
        var random = new Random(1);
        double[][] rows = new double[20_000][];
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {random.nextGaussian(), 5 + 3 * random.nextGaussian(), 7};
            double logOdds = 1.5 * rows[i][0] - 0.4 * rows[i][1] - 1;
            positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        var regression = LogisticRegression.fit(rows, positive, 1e-6);
        assertThat(regression.logOdds(new double[] {0, 0, 7})).isCloseTo(-1, within(0.12));
        assertThat(regression.logOdds(new double[] {1, 0, 7}) - regression.logOdds(new double[] {0, 0, 7}))
                .isCloseTo(1.5, within(0.08));
        assertThat(regression.logOdds(new double[] {0, 1, 7}) - regression.logOdds(new double[] {0, 0, 7}))
                .isCloseTo(-0.4, within(0.03));
        assertThat(regression.weights()[2]).isZero(); // a constant column says nothing
    }

    /** Where the penalised gradient is zero: for x = -1, 1 and y = 0, 1 that is 2 / (1 + e^w) = w at penalty 1. */
    @Test
    void separableClassesKeepAFiniteWeight() {
        var regression = LogisticRegression.fit(new double[][] {{-1}, {1}}, new boolean[] {false, true}, 1);
        double w = regression.weights()[0];
        assertThat(2 / (1 + Math.exp(w))).isCloseTo(w, within(1e-6));
        assertThat(regression.weights()[1]).isCloseTo(0, within(1e-9));
    }
}

package io.ringsight.detect.risk.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetRegressionTest {
    @Test
    void whatTheOffsetSaysAlreadyNeedsNoWeight() {
        var random = new Random(3);
        double[][] rows = new double[4_000][1];
        double[] offset = new double[rows.length];
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = random.nextGaussian();
            offset[i] = 2 * rows[i][0] - 1;
            positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-offset[i]));
        }
        LogisticRegression added = LogisticRegression.fit(rows, offset, positive, 1);
        assertThat(added.logOdds(new double[] {1})).isCloseTo(0, within(0.2));
        LogisticRegression alone = LogisticRegression.fit(rows, positive, 1);
        assertThat(alone.logOdds(new double[] {1})).isCloseTo(1, within(0.2));
    }

    @Test
    void contributionsAndInterceptAreTheLogOdds() {
        double[][] rows = {{1, 5}, {2, 3}, {3, 9}, {4, 1}, {0, 2}};
        boolean[] positive = {true, false, true, true, false};
        LogisticRegression model = LogisticRegression.fit(rows, positive, 0.5);
        double[] row = {2.5, 4};
        double sum = model.weights()[2];
        for (double part : model.contributions(row)) {
            sum += part;
        }
        assertThat(sum).isCloseTo(model.logOdds(row), within(1e-12));
    }
}

package io.ringsight.gnn.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.feature.AccountHash;
import org.junit.jupiter.api.Test;

class RandomProjectionTest {
    private static final int DIMENSION = 64;
    private static final int ROWS = 2000;

    private final RandomProjection projection = new RandomProjection(42, DIMENSION);

    @Test
    void rowsHaveLengthOneOnAverageAndAThirdOfThemIsNotZero() {
        double squares = 0;
        int used = 0;
        for (int i = 0; i < ROWS; i++) {
            for (float number : row(i)) {
                squares += number * number;
                used += number == 0 ? 0 : 1;
            }
        }
        assertThat(squares / ROWS).isCloseTo(1, within(0.02));
        assertThat((double) used / ROWS / DIMENSION).isCloseTo(1.0 / 3, within(0.01));
    }

    @Test
    void rowsOfDifferentAccountsAreNearlyOrthogonal() {
        double sum = 0;
        double squares = 0;
        for (int i = 1; i < ROWS; i++) {
            double dot = dot(row(i - 1), row(i));
            sum += dot;
            squares += dot * dot;
        }
        assertThat(sum / ROWS).isCloseTo(0, within(0.02));
        assertThat(Math.sqrt(squares / ROWS)).isCloseTo(Math.sqrt(1.0 / DIMENSION), within(0.02));
    }

    @Test
    void aRowIsAFunctionOfSeedAndAccountIdAlone() {
        assertThat(row(7)).isEqualTo(row(7)).isNotEqualTo(row(8));
        float[] otherSeed = new float[DIMENSION];
        new RandomProjection(43, DIMENSION).row(AccountHash.of("7"), otherSeed);
        assertThat(otherSeed).isNotEqualTo(row(7));
    }

    private float[] row(int account) {
        float[] row = new float[DIMENSION];
        projection.row(AccountHash.of(Integer.toString(account)), row);
        return row;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}

package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchModelTest {
    private static final double[] M = {0.9, 0.8, 0.7, 0.6, 0.85};
    private static final double[] U = {0.05, 0.1, 0.02, 0.2, 0.1};

    @Test
    void recoversThePlantedProbabilities() {
        MatchModel model = fit(4_000, 96_000, 1.0, new MatchModel.Apart(0, new double[5], new double[5]));
        for (int field = 0; field < M.length; field++) {
            assertThat(model.m()[field]).isCloseTo(M[field], within(0.03));
            assertThat(model.u()[field]).isCloseTo(U[field], within(0.01));
        }
        assertThat(model.match()).isCloseTo(0.04, within(0.004));
    }

    @Test
    void missingFieldsDoNotBias() {
        MatchModel model = fit(8_000, 192_000, 0.7, new MatchModel.Apart(0, new double[5], new double[5]));
        for (int field = 0; field < M.length; field++) {
            assertThat(model.m()[field]).isCloseTo(M[field], within(0.03));
            assertThat(model.u()[field]).isCloseTo(U[field], within(0.01));
        }
    }

    @Test
    void pairsThatWereNotComparedKeepUAndTheShareOfMatchesLow() {
        double apart = 9_900_000;
        double[] present = new double[5];
        double[] agree = new double[5];
        for (int field = 0; field < 5; field++) {
            present[field] = apart;
            agree[field] = apart * U[field] / 100;
        }
        MatchModel model = fit(4_000, 96_000, 1.0, new MatchModel.Apart(apart, present, agree));
        for (int field = 0; field < M.length; field++) {
            assertThat(model.u()[field]).isLessThan(U[field] / 30);
        }
        assertThat(model.match()).isBetween(0.0003, 0.01);
    }

    @Test
    void aFieldThatOneLacksSaysNothing() {
        var model = new MatchModel(new double[] {0.9, 0.8}, new double[] {0.1, 0.1}, 0.5);
        long onlySecond = 0b10L << Fields.MOST | 0b10;
        assertThat(model.bits(onlySecond, 0)).isZero();
        assertThat(model.bits(onlySecond)).isCloseTo(3, within(1e-12)); // 0.8 / 0.1 at even odds
    }

    private static MatchModel fit(int matches, int others, double presence, MatchModel.Apart apart) {
        var random = new Random(1);
        Map<Long, Double> seen = new HashMap<>();
        for (int pair = 0; pair < matches + others; pair++) {
            double[] agreement = pair < matches ? M : U;
            long pattern = 0;
            for (int field = 0; field < M.length; field++) {
                if (random.nextDouble() < presence) {
                    pattern |= 1L << Fields.MOST + field;
                    pattern |= random.nextDouble() < agreement[field] ? 1L << field : 0;
                }
            }
            seen.merge(pattern, 1.0, Double::sum);
        }
        long[] patterns =
                seen.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        double[] count = new double[patterns.length];
        for (int p = 0; p < count.length; p++) {
            count[p] = seen.getOrDefault(patterns[p], 0.0);
        }
        return MatchModel.fit(patterns, count, apart);
    }
}

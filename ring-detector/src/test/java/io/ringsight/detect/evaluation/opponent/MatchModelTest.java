package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchModelTest {
    private static final double[] M = {0.9, 0.8, 0.7, 0.6, 0.85};
    private static final double[] U = {0.05, 0.1, 0.02, 0.2, 0.1};

    @Test
    void recoversThePlantedProbabilities() {
        MatchModel model = fit(4_000, 96_000, 1.0, apart(0));
        for (int field = 0; field < M.length; field++) {
            assertThat(model.m()[field][PatternCounts.EXACT]).isCloseTo(M[field], within(0.03));
            assertThat(model.u()[field][PatternCounts.EXACT]).isCloseTo(U[field], within(0.01));
        }
        assertThat(model.match()).isCloseTo(0.04, within(0.004));
    }

    @Test
    void missingFieldsDoNotBias() {
        MatchModel model = fit(8_000, 192_000, 0.7, apart(0));
        for (int field = 0; field < M.length; field++) {
            assertThat(model.m()[field][PatternCounts.EXACT]).isCloseTo(M[field], within(0.03));
            assertThat(model.u()[field][PatternCounts.EXACT]).isCloseTo(U[field], within(0.01));
        }
    }

    @Test
    void pairsThatWereNotComparedKeepUAndTheShareOfMatchesLow() {
        MatchModel model = fit(4_000, 96_000, 1.0, apart(9_900_000));
        for (int field = 0; field < M.length; field++) {
            assertThat(model.u()[field][PatternCounts.EXACT]).isLessThan(U[field] / 30);
        }
        assertThat(model.match()).isBetween(0.0003, 0.01);
    }

    @Test
    void recoversPlantedLevelsWhereUIsKnown() {
        double[][] m = {{0, 0.05, 0.8, 0.15}, {0, 0.1, 0.7, 0.2}, {0, 0.2, 0.5, 0.3}, {0, 0.1, 0.85, 0.05}};
        double[][] u = {{0, 0.93, 0.05, 0.02}, {0, 0.85, 0.05, 0.1}, {0, 0.95, 0.01, 0.04}, {0, 0.8, 0.15, 0.05}};
        double[][] start = {{0, 0.1, 0.8, 0.1}, {0, 0.1, 0.8, 0.1}, {0, 0.1, 0.8, 0.1}, {0, 0.1, 0.8, 0.1}};
        MatchModel model = new MatchModel(start, u, 0.01).fitted(draw(4_000, 96_000, 0.8, m, u));
        for (int field = 0; field < m.length; field++) {
            for (int level = PatternCounts.DIFFERENT; level < m[field].length; level++) {
                assertThat(model.m()[field][level]).isCloseTo(m[field][level], within(0.03));
            }
        }
        assertThat(model.u()).isEqualTo(u);
        assertThat(model.match()).isCloseTo(0.04, within(0.004));
    }

    @Test
    void aFieldThatOneLacksSaysNothing() {
        var model = new MatchModel(levels(0.9, 0.8), levels(0.1, 0.1), 0.5);
        byte[] onlySecond = {PatternCounts.MISSING, PatternCounts.EXACT};
        assertThat(model.bits(onlySecond, 0)).isZero();
        assertThat(model.bits(onlySecond)).isCloseTo(3, within(1e-12)); // 0.8 / 0.1 at even odds
    }

    private static MatchModel.Apart apart(double pairs) {
        double[][] levels = new double[M.length][];
        Arrays.setAll(levels, field -> new double[] {0, pairs * (1 - U[field] / 100), pairs * U[field] / 100});
        return new MatchModel.Apart(pairs, levels);
    }

    private static MatchModel fit(int matches, int others, double presence, MatchModel.Apart apart) {
        return MatchModel.fit(draw(matches, others, presence, levels(M), levels(U)), apart);
    }

    /** Two levels a field, from the probabilities of the exact one. */
    private static double[][] levels(double... exact) {
        return Arrays.stream(exact).mapToObj(e -> new double[] {0, 1 - e, e}).toArray(double[][]::new);
    }

    private static PatternCounts draw(int matches, int others, double presence, double[][] m, double[][] u) {
        var random = new Random(1);
        Map<String, byte[]> patterns = new HashMap<>();
        Map<String, Double> seen = new HashMap<>();
        for (int pair = 0; pair < matches + others; pair++) {
            byte[] levels = new byte[m.length];
            for (int field = 0; field < m.length; field++) {
                if (random.nextDouble() < presence) {
                    levels[field] = level(pair < matches ? m[field] : u[field], random.nextDouble());
                }
            }
            patterns.put(Arrays.toString(levels), levels);
            seen.merge(Arrays.toString(levels), 1.0, Double::sum);
        }
        var names = patterns.keySet().stream().sorted().toList();
        return new PatternCounts(
                names.stream().map(patterns::get).toArray(byte[][]::new),
                names.stream().mapToDouble(name -> seen.getOrDefault(name, 0.0)).toArray());
    }

    private static byte level(double[] probability, double drawn) {
        byte level = PatternCounts.DIFFERENT;
        double left = drawn - probability[level];
        while (left >= 0 && level + 1 < probability.length) {
            left -= probability[++level];
        }
        return level;
    }
}

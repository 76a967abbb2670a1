package io.ringsight.gnn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scikit-learn and numpy: {@code reference.py} beside the fixtures says how. */
class ReferenceTest {
    static List<String[]> expected() {
        return rows("expected.csv");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("expected")
    void agreesWithTheReference(String name, String metric, String value) {
        if (metric.startsWith("wilson-")) {
            String[] share = name.split(" of ", -1);
            Interval interval = Interval.wilson(Double.parseDouble(share[0]), Double.parseDouble(share[1]));
            assertThat(metric.equals("wilson-low") ? interval.low() : interval.high())
                    .isCloseTo(Double.parseDouble(value), within(1e-9));
            return;
        }
        List<String[]> rows =
                rows("cases.csv").stream().filter(row -> row[0].equals(name)).toList();
        double[] score =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
        double[] weight =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray();
        boolean[] positive = new boolean[score.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = rows.get(i)[2].equals("1");
        }
        Measure found = measure(metric, RankedScores.of(score, positive).tally(weight));
        assertThat(found.toOptional().orElseThrow(() -> new AssertionError(found)))
                .isCloseTo(Double.parseDouble(value), within(1e-9));
    }

    private static Measure measure(String metric, Tally tally) {
        int number = metric.indexOf("-at-") + "-at-".length();
        return switch (metric) {
            case "auroc" -> Ranking.auroc(tally);
            case "average-precision" -> Ranking.averagePrecision(tally);
            case "brier" -> Reliability.brierScore(tally);
            case "calibration-slope" -> CalibrationLine.of(tally).slope();
            case "calibration-intercept" -> CalibrationLine.of(tally).intercept();
            case "calibration-in-the-large" -> CalibrationLine.of(tally).inTheLarge();
            case "expected-calibration-error" -> Reliability.expectedCalibrationError(tally);
            case String recall
            when recall.startsWith("recall-at-") ->
                Ranking.recallAtFalsePositiveRate(tally, Double.parseDouble(metric.substring(number)));
            case String precision
            when precision.startsWith("precision-at-") ->
                Ranking.precisionAtCapacity(tally, Double.parseDouble(metric.substring(number)));
            default -> throw new AssertionError(metric);
        };
    }

    private static List<String[]> rows(String file) {
        try (InputStream in = Objects.requireNonNull(ReferenceTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}

package io.ringsight.detect.evaluation.metric;

import static io.ringsight.detect.evaluation.metric.RingComparisonTest.compare;
import static io.ringsight.detect.evaluation.metric.RingComparisonTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scikit-learn: {@code reference.py} beside the fixtures says how. */
class RingReferenceTest {
    static List<String[]> expected() {
        return rows("expected.csv");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("expected")
    void agreesWithTheReference(String name, String metric, String value) {
        List<String[]> rows =
                rows("cases.csv").stream().filter(row -> row[0].equals(name)).toList();
        var comparison = compare(column(rows, 1), column(rows, 2));
        double[] ones = Weights.ones(rows.size());
        var found = switch (metric) {
            case "adjusted-rand-index" -> comparison.adjustedRandIndex(ones);
            case "pair-precision" -> comparison.pairPrecision(ones);
            case "pair-recall" -> comparison.pairRecall(ones);
            case "b-cubed-precision-of-all" -> comparison.bCubedPrecisionOfAll(ones);
            case "b-cubed-recall-of-all" -> comparison.bCubedRecallOfAll(ones);
            default -> throw new AssertionError(metric);
        };
        assertThat(value(found)).isCloseTo(Double.parseDouble(value), within(1e-9));
    }

    private static int[] column(List<String[]> rows, int column) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row[column])).toArray();
    }

    private static List<String[]> rows(String file) {
        try (InputStream in = Objects.requireNonNull(RingReferenceTest.class.getResourceAsStream(file), file)) {
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

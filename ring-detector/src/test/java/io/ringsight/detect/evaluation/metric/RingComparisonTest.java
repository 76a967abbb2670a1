package io.ringsight.detect.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.metric.Measure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RingComparisonTest {
    /**
     * The worked example of Amigó et al. 2009 (homogeneity, the worse of the two): fourteen items, one category of five, one of
     * six, three alone; clusters of four, three and seven. They print precision 0.59 and recall 0.69.
     */
    @Test
    void agreesWithTheExampleOfAmigoAndOthers() {
        int[] clusters = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2};
        int[] categories = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1, -1, -1};
        var comparison = compare(clusters, categories);
        double[] ones = Weights.ones(clusters.length);
        double precision = (4 * 1.0 + 1 / 3.0 + 2 * (2 / 3.0) + 4 * (4 / 7.0) + 3 * (1 / 7.0)) / 14;
        double recall = (4 * (4 / 5.0) + 1 / 5.0 + 2 * (2 / 6.0) + 4 * (4 / 6.0) + 3 * 1.0) / 14;
        assertThat(value(comparison.bCubedPrecisionOfAll(ones))).isCloseTo(precision, within(1e-12));
        assertThat(value(comparison.bCubedRecallOfAll(ones))).isCloseTo(recall, within(1e-12));
        assertThat(Math.floor(precision * 100) / 100).isEqualTo(0.59);
        assertThat(Math.floor(recall * 100) / 100).isEqualTo(0.69);
    }

    /** The four constraints of Amigó et al. 2009, section 2, on examples of our own: the second clustering is the better one. */
    @Test
    void keepsTheFourConstraintsOfAmigoAndOthers() {
        int[] homogeneity = {0, 0, 0, 1, 1, 1};
        assertBetter(homogeneity, new int[] {0, 0, 0, 0, 0, 0}, new int[] {0, 0, 0, 1, 1, 1});
        int[] completeness = {0, 0, 0, 0, 1, 1};
        assertBetter(completeness, new int[] {0, 0, 1, 1, 2, 2}, new int[] {0, 0, 0, 0, 2, 2});
        // One more stray among those who belong together is worse than one more among strays.
        int[] ragBag = {0, 0, 0, 0, -1, -1, -1, -1, -1};
        assertBetter(ragBag, new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1}, new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1});
        // A small error in a big cluster is better than many small errors in small ones.
        int[] size = {0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4};
        assertBetter(size, new int[] {0, 0, 0, 0, 0, 1, -1, 2, -1, 3, -1, 4, -1}, new int[] {
            0, 0, 0, 0, -1, 1, 1, 2, 2, 3, 3, 4, 4
        });
    }

    private static void assertBetter(int[] truth, int[] worse, int[] better) {
        assertThat(f1OfAll(better, truth)).isGreaterThan(f1OfAll(worse, truth) + 1e-9);
    }

    private static double f1OfAll(int[] predicted, int[] truth) {
        var comparison = compare(predicted, truth);
        double[] ones = Weights.ones(truth.length);
        return value(Measure.f1(comparison.bCubedPrecisionOfAll(ones), comparison.bCubedRecallOfAll(ones)));
    }

    @Test
    void precisionIsOverPredictedMembersAndRecallOverTrueOnes() {
        // Ring 0 is found but for one member, with an honest account; ring 1 is missed.
        int[] predicted = {7, 7, 7, -1, 7, -1, -1, -1};
        int[] truth = {0, 0, 0, 0, -1, 1, 1, -1};
        var comparison = compare(predicted, truth);
        double[] ones = Weights.ones(truth.length);
        assertThat(value(comparison.bCubedPrecision(ones))).isCloseTo((3 * 0.75 + 0.25) / 4, within(1e-12));
        assertThat(value(comparison.bCubedRecall(ones))).isCloseTo((3 * 0.75 + 0.25 + 2 * 0.5) / 6, within(1e-12));
        assertThat(value(comparison.pairPrecision(ones))).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(value(comparison.pairRecall(ones))).isCloseTo(3 / 7.0, within(1e-12));
        assertThat(value(comparison.pairF1(ones))).isCloseTo(6 / 13.0, within(1e-12));
    }

    @Test
    void accountsThatAreNotScoredAreDroppedFromBoth() {
        int[] predicted = {0, 0, 0, 1, 1, -1};
        int[] truth = {0, 0, -1, 0, 1, 1};
        boolean[] scored = {true, true, true, false, true, true};
        var some = RingComparison.of(predicted, truth, scored);
        var without = compare(new int[] {0, 0, 0, 1, -1}, new int[] {0, 0, -1, 1, 1});
        assertThat(some.bCubedPrecision(Weights.ones(6))).isEqualTo(without.bCubedPrecision(Weights.ones(5)));
        assertThat(some.bCubedRecall(Weights.ones(6))).isEqualTo(without.bCubedRecall(Weights.ones(5)));
        assertThat(some.pairF1(Weights.ones(6))).isEqualTo(without.pairF1(Weights.ones(5)));
        assertThat(some.adjustedRandIndex(Weights.ones(6))).isEqualTo(without.adjustedRandIndex(Weights.ones(5)));
    }

    @Test
    void aRingThatKeepsOneScoredAccountIsNone() {
        boolean[] scored = {true, false, true};
        var comparison = RingComparison.of(new int[] {0, 0, -1}, new int[] {0, 0, -1}, scored);
        assertThat(comparison.bCubedPrecision(Weights.ones(3)))
                .isEqualTo(Measure.undefined("no ring of two scored accounts was predicted"));
        assertThat(comparison.bCubedF1(Weights.ones(3))).isInstanceOf(Measure.Undefined.class);
    }

    @Test
    void aWeightIsLikeACopyOfTheAccountsPrecisionAndRecall() {
        var comparison = compare(new int[] {0, 0, 0, -1}, new int[] {0, 0, -1, 0});
        double[] weight = {2, 0, 1, 3};
        assertThat(value(comparison.bCubedPrecision(weight))).isCloseTo((2 * 2 / 3.0 + 1 / 3.0) / 3, within(1e-12));
        assertThat(value(comparison.bCubedRecall(weight))).isCloseTo((2 * 2 / 3.0 + 3 / 3.0) / 5, within(1e-12));
    }

    @Test
    void nobodyHasNoMeasure() {
        var comparison = compare(new int[0], new int[0]);
        assertThat(comparison.bCubedRecallOfAll(Weights.ones(0))).isInstanceOf(Measure.Undefined.class);
        assertThat(comparison.adjustedRandIndex(Weights.ones(0))).isInstanceOf(Measure.Undefined.class);
    }

    static RingComparison compare(int[] predicted, int[] truth) {
        boolean[] scored = new boolean[truth.length];
        Arrays.fill(scored, true);
        return RingComparison.of(predicted, truth, scored);
    }

    static double value(Measure measure) {
        return measure.toOptional().orElseThrow(() -> new AssertionError(measure));
    }
}

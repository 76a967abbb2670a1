package io.ringsight.detect.evaluation.metric;

import static io.ringsight.detect.evaluation.metric.RingComparisonTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.metric.Measure;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the definitions, pair by pair. */
class RingComparisonProperties {
    private int[] predicted = new int[0];
    private int[] truth = new int[0];
    private boolean[] scored = new boolean[0];

    @Property(tries = 300)
    void isWhatTheDefinitionsSay(
            @ForAll @IntRange(min = 2, max = 40) int accounts,
            @ForAll @IntRange(min = 1, max = 12) int clusters,
            @ForAll long seed) {
        draw(accounts, clusters, seed);
        var comparison = RingComparison.of(predicted, truth, scored);
        double[] ones = Weights.ones(accounts);
        var oracle = new Oracle();
        oracle.count();
        oracle.expect(oracle.precision, oracle.predictedMembers, comparison.bCubedPrecision(ones));
        oracle.expect(oracle.recall, oracle.trueMembers, comparison.bCubedRecall(ones));
        oracle.expect(oracle.precisionOfAll, oracle.accounts, comparison.bCubedPrecisionOfAll(ones));
        oracle.expect(oracle.recallOfAll, oracle.accounts, comparison.bCubedRecallOfAll(ones));
        oracle.expect(oracle.bothPairs, oracle.predictedPairs, comparison.pairPrecision(ones));
        oracle.expect(oracle.bothPairs, oracle.truePairs, comparison.pairRecall(ones));
    }

    @Property(tries = 100)
    void truthScoresOne(@ForAll @IntRange(min = 4, max = 40) int accounts, @ForAll long seed) {
        draw(accounts, 3, seed);
        truth[0] = 0;
        truth[1] = 0;
        scored[0] = true;
        scored[1] = true;
        var comparison = RingComparison.of(truth, truth, scored);
        double[] ones = Weights.ones(accounts);
        assertThat(value(comparison.bCubedF1(ones))).isCloseTo(1, within(1e-12));
        assertThat(value(comparison.pairF1(ones))).isCloseTo(1, within(1e-12));
        assertThat(value(comparison.adjustedRandIndex(ones))).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 100)
    void linksOfWholeRingsAreTheirPairs(@ForAll @IntRange(min = 2, max = 25) int accounts, @ForAll long seed) {
        draw(accounts, 5, seed);
        int[] left = new int[accounts * accounts];
        int[] right = new int[accounts * accounts];
        int links = 0;
        for (int i = 0; i < accounts; i++) {
            for (int j = i + 1; j < accounts; j++) {
                if (predicted[i] >= 0 && predicted[i] == predicted[j]) {
                    left[links] = i;
                    right[links++] = j;
                }
            }
        }
        var rings = RingComparison.of(predicted, truth, scored);
        var pairs = LinkComparison.of(Arrays.copyOf(left, links), Arrays.copyOf(right, links), truth, scored);
        double[] weight = new Random(seed).doubles(accounts).toArray();
        assertThat(pairs.precision(weight).toOptional())
                .isEqualTo(rings.pairPrecision(weight).toOptional());
        assertThat(pairs.recall(weight).toOptional())
                .isEqualTo(rings.pairRecall(weight).toOptional());
    }

    private void draw(int accounts, int clusters, long seed) {
        var random = new Random(seed);
        predicted = new int[accounts];
        truth = new int[accounts];
        scored = new boolean[accounts];
        for (int i = 0; i < accounts; i++) {
            truth[i] = random.nextInt(clusters + 1) - 1;
            predicted[i] = random.nextBoolean() ? truth[i] : random.nextInt(clusters + 1) - 1;
            scored[i] = random.nextInt(5) > 0;
        }
    }

    private final class Oracle {
        double accounts;
        double precision;
        double precisionOfAll;
        double predictedMembers;
        double recall;
        double recallOfAll;
        double trueMembers;
        double bothPairs;
        double predictedPairs;
        double truePairs;

        void count() {
            for (int i = 0; i < truth.length; i++) {
                if (scored[i]) {
                    account(i);
                }
            }
        }

        private void account(int i) {
            double found = 1;
            double there = 1;
            double both = 1;
            for (int j = 0; j < truth.length; j++) {
                if (j != i && scored[j]) {
                    boolean together = predicted[i] >= 0 && predicted[i] == predicted[j];
                    boolean belong = truth[i] >= 0 && truth[i] == truth[j];
                    found += together ? 1 : 0;
                    there += belong ? 1 : 0;
                    both += together && belong ? 1 : 0;
                    predictedPairs += together ? 1 : 0;
                    truePairs += belong ? 1 : 0;
                    bothPairs += together && belong ? 1 : 0;
                }
            }
            accounts++;
            precisionOfAll += both / found;
            recallOfAll += both / there;
            if (found > 1) {
                precision += both / found;
                predictedMembers++;
            }
            if (there > 1) {
                recall += both / there;
                trueMembers++;
            }
        }

        void expect(double part, double whole, Measure found) {
            if (whole == 0) {
                assertThat(found).isInstanceOf(Measure.Undefined.class);
            } else {
                assertThat(value(found)).isCloseTo(part / whole, within(1e-12));
            }
        }
    }
}

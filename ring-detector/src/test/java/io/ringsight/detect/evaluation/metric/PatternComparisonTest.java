package io.ringsight.detect.evaluation.metric;

import static io.ringsight.detect.evaluation.metric.RingComparisonTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.metric.Measure.Undefined;
import io.ringsight.gnn.metric.Resampling;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PatternComparisonTest {
    private static final int FARM = 0;
    private static final int HOUSEHOLD = 1;

    // Ring 0 is found in part, ring 1 is missed; one of three of a household is drawn into ring 0; one honest account
    // is known.
    private final JudgedAccounts judged = new JudgedAccounts(
            new boolean[] {true, true, false, false, true, true, false, false, true},
            new int[] {4, 4, -1, -1, -1, 4, -1, -1, 4},
            new boolean[] {true, true, true, true, true, false, false, false, false},
            new int[] {0, 0, 0, 1, 1, -1, -1, -1, -1},
            new boolean[] {true, true, true, true, true, true, true, true, false});
    private final int[] pattern = {FARM, FARM, FARM, FARM, FARM, HOUSEHOLD, HOUSEHOLD, HOUSEHOLD, HOUSEHOLD};
    private final double[] ones = new double[9];

    PatternComparisonTest() {
        Arrays.fill(ones, 1);
    }

    @Test
    void saysWhatBecameOfFraud() {
        var farm = PatternComparison.of(judged, pattern, 2).get(FARM);
        assertThat(farm.accounts()).isEqualTo(5);
        assertThat(value(farm.accountRecall(ones))).isCloseTo(3 / 5.0, within(1e-12));
        assertThat(value(farm.ringRecall(ones))).isCloseTo(1 / 2.0, within(1e-12));
        assertThat(value(farm.bCubedRecall(ones))).isCloseTo((2 * 2 / 3.0 + 1 / 3.0 + 2 * 1 / 2.0) / 5, within(1e-12));
        assertThat(farm.cleared(ones)).isInstanceOf(Undefined.class);
    }

    @Test
    void saysWhoWasCleared() {
        var household = PatternComparison.of(judged, pattern, 2).get(HOUSEHOLD);
        assertThat(household.accounts()).isEqualTo(3);
        assertThat(value(household.cleared(ones))).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(household.accountRecall(ones)).isInstanceOf(Undefined.class);
        assertThat(household.ringRecall(ones)).isInstanceOf(Undefined.class);
    }

    @Test
    void countsTheHonestInRings() {
        var honest = HonestInRings.of(judged);
        assertThat(honest.count()).isEqualTo(1);
        assertThat(value(honest.share(ones))).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void ringsAreDrawnAsOneAndTheHonestSingly() {
        Resampling resampling = RingResampling.of(judged.truth(), judged.fraud(), judged.scored());
        double[] weight = new double[9];
        for (int replicate = 0; replicate < 30; replicate++) {
            resampling.draw(1, replicate, weight);
            assertThat(weight[0]).isEqualTo(weight[1]).isEqualTo(weight[2]);
            assertThat(weight[3]).isEqualTo(weight[4]);
            assertThat(weight[0] + weight[3]).isEqualTo(2);
            assertThat(weight[5] + weight[6] + weight[7]).isEqualTo(3);
            assertThat(weight[8]).isZero();
        }
    }
}

package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatternCountsTest {
    private static final PatternCounts PAIRS =
            new PatternCounts(new byte[][] {{2, 2, 1}, {2, 3, 2}, {1, 2, 0}, {0, 1, 2}}, new double[] {10, 20, 30, 40});

    @Test
    void pairsThatAreEqualInAFieldAreComparedByTheOthers() {
        PatternCounts within = PAIRS.within(0);
        assertThat(within.levels()).isDeepEqualTo(new byte[][] {{0, 2, 1}, {0, 3, 2}});
        assertThat(within.count()).containsExactly(10, 20);
        assertThat(PAIRS.within(0, 1).count()).containsExactly(10);
        assertThat(PAIRS.pairs()).isEqualTo(100);
    }

    @Test
    void totalsAreByFieldAndLevel() {
        double[][] totals = new double[3][4];
        PAIRS.addTo(totals, 1);
        assertThat(totals).isDeepEqualTo(new double[][] {{40, 30, 30, 0}, {0, 40, 40, 20}, {30, 10, 60, 0}});
    }
}

package io.ringsight.detect.evaluation.metric;

import static io.ringsight.detect.evaluation.metric.RingComparisonTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.metric.Measure;
import org.junit.jupiter.api.Test;

class RingReplayTest {
    private static final long[] STEPS = {10, 20, 30};
    private static final double[] ONES = {1, 1, 1, 1};

    // Flagged at two members; at four; never, with three; and one that has a second member only after the replay.
    private final RingReplay replay =
            RingReplay.of(new long[][] {{1, 10, 25}, {1, 2, 3, 19, 40}, {5, 15, 30}, {5, 31}}, STEPS, new boolean[][] {
                {true, true, true}, {false, true, false}, {false, false, false}, {false, false, false}
            });

    @Test
    void recallAtAMemberIsOverTheRingsThatCameSoFar() {
        assertThat(value(replay.recallAtMember(2, ONES))).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(value(replay.recallAtMember(3, ONES))).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(value(replay.recallAtMember(4, ONES))).isEqualTo(1);
        assertThat(replay.recallAtMember(5, ONES)).isEqualTo(Measure.undefined("no ring came to 5 members"));
    }

    @Test
    void aRingThatIsNeverFlaggedCostsAllItsMembers() {
        assertThat(value(replay.meanAdmitted(ONES))).isCloseTo((2 + 4 + 3) / 3.0, within(1e-12));
        assertThat(value(replay.medianAdmitted(ONES))).isEqualTo(3);
        assertThat(value(replay.neverFlagged(ONES))).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(replay.counts()).containsExactly(true, true, true, false);
    }

    @Test
    void weightsAreLikeCopiesOfARing() {
        double[] weight = {1, 2, 0, 9};
        assertThat(value(replay.meanAdmitted(weight))).isCloseTo((2 + 2 * 4) / 3.0, within(1e-12));
        assertThat(value(replay.medianAdmitted(weight))).isEqualTo(4);
        assertThat(value(replay.medianAdmitted(new double[] {1, 1, 0, 0}))).isEqualTo(3);
        assertThat(replay.medianAdmitted(new double[] {0, 0, 0, 1})).isInstanceOf(Measure.Undefined.class);
    }

    @Test
    void withoutStepsNothingIsMeasured() {
        var nothing = RingReplay.of(new long[][] {{1, 2}}, new long[0], new boolean[1][0]);
        assertThat(nothing.meanAdmitted(new double[] {1})).isInstanceOf(Measure.Undefined.class);
        assertThat(nothing.recallAtMember(2, new double[] {1})).isInstanceOf(Measure.Undefined.class);
    }
}

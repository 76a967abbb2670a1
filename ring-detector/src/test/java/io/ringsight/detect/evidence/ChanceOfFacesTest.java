package io.ringsight.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Levels 10 down to 2 are up to 90, 72, 56, 48, 40, 32, 24, 16 and 8 of 256 bits. */
class ChanceOfFacesTest {
    private static double[] levels(double far, double further, double... nearer) {
        double[] levels = new double[Levels.COUNT];
        levels[Levels.EQUAL_IN_CROWD] = far;
        levels[Levels.EQUAL_IN_CROWD - 1] = further;
        for (int i = 0; i < nearer.length; i++) {
            levels[Levels.EQUAL_IN_CROWD - 2 - i] = nearer[i];
        }
        return levels;
    }

    @Test
    void fallsAtLeastAsSteeplyAsFurtherAway() {
        // 16 bits further away a hundredth; pairs of one hired face make the nearest as frequent as any
        double[] levels = levels(8e-3, 1e-4, 1e-6, 1e-7, 1e-7, 1e-7, 1e-7, 1e-7, 1e-7);
        Levels.fallTowardsEqual(levels);
        for (int level = Levels.EQUAL; level < Levels.EQUAL_IN_CROWD - 2; level++) {
            assertThat(levels[level]).as("level %d", level).isLessThan(levels[level + 1] / 10);
        }
    }

    @Test
    void keepsWhatFallsByItself() {
        double[] levels = levels(8e-3, 1e-4, 5e-7, 1e-8, 1.9e-10, 3e-12, 4e-14, 5e-16, 6e-18);
        double[] before = levels.clone();
        Levels.fallTowardsEqual(levels);
        assertThat(levels).containsExactly(before);
    }

    @Test
    void neverRisesWhereFurtherAwayNothingWasSeen() {
        double[] levels = levels(0, 0, 0, 1e-7, 0, 0, 0, 0, 0);
        Levels.fallTowardsEqual(levels);
        assertThat(levels[Levels.EQUAL_IN_CROWD - 3]).isLessThan(1e-300);
    }
}

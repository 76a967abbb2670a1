package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearLevelsTest {
    @Test
    void textIsNearerTheFewerBitsDiffer() {
        assertThat(NearLevels.ofText(5, 128)).isEqualTo((byte) 3);
        assertThat(NearLevels.ofText(17, 128)).isEqualTo((byte) 5); // a wrong letter in six
        assertThat(NearLevels.ofText(30, 128)).isEqualTo((byte) 7);
        assertThat(NearLevels.ofText(58, 128)).isEqualTo(PatternCounts.DIFFERENT);
        assertThat(NearLevels.ofText(10, 256)).isEqualTo((byte) 3);
    }

    @Test
    void bitsOfOneFaceAreNear() {
        assertThat(NearLevels.ofBits(10, 256)).isEqualTo((byte) 3);
        assertThat(NearLevels.ofBits(28, 256)).isEqualTo((byte) 4);
        assertThat(NearLevels.ofBits(56, 256)).isEqualTo((byte) 5);
        assertThat(NearLevels.ofBits(128, 256)).isEqualTo(PatternCounts.DIFFERENT);
    }

    @Test
    void equalIsBetterThanNearAndNearThanDifferentAndDifferentThanMissing() {
        byte[] best = {2, 3, 4, 5, 6, 7, 1, 0};
        for (int one = 0; one < best.length; one++) {
            for (int other = 0; other < best.length; other++) {
                assertThat(NearLevels.better(best[one], best[other])).isEqualTo(best[Math.min(one, other)]);
            }
        }
    }
}

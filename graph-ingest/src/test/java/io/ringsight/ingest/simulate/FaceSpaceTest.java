package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceSpaceTest {
    private static final double NOISE = Dial.NOISE.description().usual();

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-5, 1e-6, 1e-7, 1e-9})
    void hasTheRateAtWhichStrangersLookAlikeThatItWasAskedFor(double rate) {
        assertThat(new FaceSpace(rate).rate()).isCloseTo(rate, Percentage.withPercentage(0.01));
    }

    /** On a circle the angle is uniform: the mean over angles of the chance of at most 56 of 256, by Beta(57, 200). */
    @Test
    void integratesTheCircleExactly() {
        assertThat(FaceSpace.rate(2)).isCloseTo(57.0 / 257, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 2e-3})
    void makesStrangersThatOftenAlike(double rate) {
        var space = new FaceSpace(rate);
        var chance = new Chance(5);
        String[] pictures = new String[1_500];
        Arrays.setAll(pictures, _ -> space.picture(space.stranger(chance), NOISE, chance));
        int near = 0;
        for (int i = 0; i < pictures.length; i++) {
            for (int j = 0; j < i; j++) {
                near += FaceSpace.distance(pictures[i], pictures[j]) <= FaceSpace.NEAR ? 1 : 0;
            }
        }
        double pairs = pictures.length * (pictures.length - 1) / 2.0;
        assertThat(near / pairs).isCloseTo(rate, Percentage.withPercentage(15));
    }

    @Test
    void differsInAFewPerCentOfTheBitsFromPictureToPicture() {
        var space = new FaceSpace(1e-6);
        var chance = new Chance(6);
        int[] distances = new int[2_000];
        Arrays.setAll(distances, _ -> {
            Face face = space.stranger(chance);
            return FaceSpace.distance(space.picture(face, NOISE, chance), space.picture(face, NOISE, chance));
        });
        assertThat(Arrays.stream(distances).average().orElseThrow() / FaceSpace.BITS)
                .isBetween(0.03, 0.04);
    }

    @Test
    void makesSiblingsCloserThanStrangersAndTwinsCloserStill() {
        assertThat(meanDistance(0)).isCloseTo(128, within(2.0));
        assertThat(meanDistance(Dial.SIBLINGS.description().usual())).isBetween(90.0, 110.0);
        assertThat(meanDistance(Dial.TWINS.description().usual())).isBetween(20.0, 40.0);
    }

    @Test
    void showsTheSamePictureWithoutNoise() {
        var space = new FaceSpace(1e-6);
        var chance = new Chance(7);
        Face face = space.stranger(chance);
        assertThat(space.picture(face, 0, chance))
                .isEqualTo(space.picture(face, 0, chance))
                .hasSize(64);
    }

    private static double meanDistance(double correlation) {
        var space = new FaceSpace(1e-6);
        var chance = new Chance(8);
        double sum = 0;
        for (int i = 0; i < 1_000; i++) {
            Face face = space.stranger(chance);
            Face relative = space.relative(face, correlation, chance);
            sum += FaceSpace.distance(space.picture(face, NOISE, chance), space.picture(relative, NOISE, chance));
        }
        return sum / 1_000;
    }
}

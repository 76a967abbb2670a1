package io.ringsight.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pairs are drawn whose odds of the same hands are a known multiple of what is claimed; labels are given to frauds oftener. */
class LabelledPairsTest {
    private static final double FRAUD = 0.03;
    private static final double OFTENER = 3;

    private static double found(double factor) {
        var random = new Random(1);
        var labelled = new LabelledPairs(FRAUD, OFTENER);
        for (int pair = 0; pair < 200_000; pair++) {
            double hands = random.nextDouble();
            double person = (1 - hands) * random.nextDouble() * 0.3;
            double all = factor * hands + 1 - hands;
            double drawn = random.nextDouble() * all;
            boolean a = random.nextDouble() < FRAUD;
            boolean b = drawn < factor * hands || drawn < factor * hands + person ? a : random.nextDouble() < FRAUD;
            if (drawn < factor * hands) {
                a = true;
                b = true;
            }
            if (isLabelled(a, random) && isLabelled(b, random)) {
                labelled.add(hands, person, (a ? 1 : 0) + (b ? 1 : 0));
            }
        }
        return labelled.factor();
    }

    private static boolean isLabelled(boolean fraud, Random random) {
        return random.nextDouble() < (fraud ? 0.1 * OFTENER : 0.1);
    }

    @Test
    void findsHowMuchOftenerPairsAreInTheSameHands() {
        assertThat(found(1)).isCloseTo(1, within(0.1));
        assertThat(found(3)).isCloseTo(3, within(0.3));
        assertThat(found(0.3)).isCloseTo(0.3, within(0.03));
    }

    @Test
    void leavesThingsAsTheyAreWithoutLabels() {
        assertThat(new LabelledPairs(FRAUD, 0).factor()).isEqualTo(1);
    }

    @Test
    void movesLittleForTwoPairs() {
        var labelled = new LabelledPairs(FRAUD, OFTENER);
        labelled.add(0.5, 0.1, 2);
        labelled.add(0.5, 0.1, 1);
        assertThat(labelled.factor()).isBetween(0.5, 2.0);
    }
}

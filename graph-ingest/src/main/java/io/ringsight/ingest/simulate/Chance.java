package io.ringsight.ingest.simulate;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded dice. Only integers and exactly specified arithmetic, so that every machine throws the same. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    long bits() {
        return random.nextLong();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** One of them, the first ones far more often: about what surnames do. */
    <T> T pickSkewed(List<T> from) {
        double u = random.nextDouble();
        return from.get((int) (u * u * from.size()));
    }

    /** Exponentially distributed. */
    double waiting(double mean) {
        return -StrictMath.log(1 - random.nextDouble()) * mean;
    }
}

package io.ringsight.ingest.simulate;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded dice. Only integers and {@link StrictMath}, so that every machine throws the same. */
final class Chance {
    private final SplittableRandom random;
    private double spare = Double.NaN; // the second of two normal deviates

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Dice of their own for one part of a population. */
    static Chance of(long seed, String part, long number) {
        return new Chance(Permutation.mix(Permutation.mix(seed ^ part.hashCode()) + number));
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform in [0, 1). */
    double share() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
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

    /** An index drawn in proportion to its weight. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Exponentially distributed. */
    double waiting(double mean) {
        return -StrictMath.log(1 - random.nextDouble()) * mean;
    }

    /** Standard normal (Box and Muller, Annals of Mathematical Statistics 1958). */
    double normal() {
        if (!Double.isNaN(spare)) {
            double result = spare;
            spare = Double.NaN;
            return result;
        }
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        double angle = 2 * StrictMath.PI * random.nextDouble();
        spare = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    /** Log-normal around a median. */
    double spread(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }
}

package io.ringsight.detect.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * How probable each {@link Relation} of two accounts is, given how they compare: a latent class model, the Fellegi-Sunter model with
 * more than two classes (I. P. Fellegi, A. B. Sunter: A theory for record linkage, JASA 64 (1969),
 * doi:10.1080/01621459.1969.10501049; M. D. Larsen, D. B. Rubin, JASA 96 (2001), doi:10.1198/016214501750332956). Fields are taken to be
 * independent within a class; a missing one says nothing, but that without a face nobody is known to be impersonated. Immutable, thread-safe.
 */
public final class PairModel {
    private final double[] logRate; // double[relations], ln of the probability that a random pair is of the relation
    private final double[][][] logLevel; // double[relations][fields][levels], ln of the probability of a level

    PairModel(double[] logRate, double[][][] logLevel) {
        this.logRate = logRate;
        this.logLevel = logLevel;
    }

    /** Reads what {@link #values()} wrote. */
    public static PairModel of(List<Double> values) {
        int relations = Relation.ALL.length;
        int fields = (values.size() / relations - 1) / Levels.COUNT;
        if (values.size() != relations * (1 + fields * Levels.COUNT)) {
            throw new IllegalArgumentException("A pair model of " + relations + " relations does not have "
                    + values.size() + " values. Maybe another version of Ringsight wrote it: detect again.");
        }
        Iterator<Double> next = values.iterator();
        double[] logRate = new double[relations];
        double[][][] logLevel = new double[relations][fields][Levels.COUNT];
        for (int r = 0; r < relations; r++) {
            logRate[r] = next.next();
            for (double[] levels : logLevel[r]) {
                Arrays.setAll(levels, _ -> next.next());
            }
        }
        return new PairModel(logRate, logLevel);
    }

    /** The same, with pairs in the same hands so many times as frequent. */
    PairModel withHands(double factor) {
        double[] rates = logRate.clone();
        for (Relation relation : Relation.HANDS) {
            rates[relation.ordinal()] += StrictMath.log(factor);
        }
        return new PairModel(rates, logLevel);
    }

    /** All its numbers: for each relation ln of its rate, then ln of each level of each field. */
    public List<Double> values() {
        var values = new ArrayList<Double>();
        for (int r = 0; r < logRate.length; r++) {
            values.add(logRate[r]);
            for (double[] levels : logLevel[r]) {
                Arrays.stream(levels).forEach(values::add);
            }
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairModel model
                && Arrays.equals(logRate, model.logRate)
                && Arrays.deepEquals(logLevel, model.logLevel);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(logRate) + Arrays.deepHashCode(logLevel);
    }

    @Override
    public String toString() {
        return "PairModel of " + logLevel[0].length + " fields";
    }

    /** Writes the probability of each relation and returns ln of the vector's probability. */
    double posterior(long first, long second, double[] probability) {
        System.arraycopy(logRate, 0, probability, 0, probability.length);
        for (int field = 0; field < logLevel[0].length; field++) {
            add(field, ComparisonVector.level(first, second, field), probability);
        }
        return normalise(probability);
    }

    /** Adds what the level of a field says to the ln of each relation. */
    void add(int field, int level, double[] logs) {
        for (int r = 0; r < logs.length; r++) {
            logs[r] += logLevel[r][field][level];
        }
    }

    double[] prior() {
        return logRate.clone();
    }

    private static double most(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        return most;
    }

    private static double normalise(double[] logs) {
        double most = most(logs);
        double sum = 0;
        for (int r = 0; r < logs.length; r++) {
            logs[r] = StrictMath.exp(logs[r] - most);
            sum += logs[r];
        }
        for (int r = 0; r < logs.length; r++) {
            logs[r] /= sum;
        }
        return most + StrictMath.log(sum);
    }

    /** log2 odds of some relations others all others, of ln of each. */
    static double bits(double[] logs, Set<Relation> relations) {
        double most = most(logs);
        double wanted = 0;
        double others = 0;
        for (Relation relation : Relation.ALL) {
            double share = StrictMath.exp(logs[relation.ordinal()] - most);
            if (relations.contains(relation)) {
                wanted += share;
            } else {
                others += share;
            }
        }
        return LogOdds.log2(Math.max(wanted, Double.MIN_NORMAL) / Math.max(others, Double.MIN_NORMAL));
    }

    /** The probability of a level in a relation, for tests and reports. */
    double probability(Relation relation, int field, int level) {
        return StrictMath.exp(logLevel[relation.ordinal()][field][level]);
    }

    double rate(Relation relation) {
        return StrictMath.exp(logRate[relation.ordinal()]);
    }
}

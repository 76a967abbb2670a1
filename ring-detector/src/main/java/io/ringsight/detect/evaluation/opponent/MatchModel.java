package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evidence.LogOdds;
import java.util.Arrays;

/**
 * How likely each level of each field is between two accounts under common control (m) and two others (u). I. P. Fellegi, A. B.
 * Sunter: A theory for record linkage, JASA 64 (1969), doi:10.1080/01621459.1969.10501049; estimated without labels by
 * expectation maximisation under conditional independence, W. E. Winkler: Using the EM algorithm for weight computation in the
 * Fellegi-Sunter model of record linkage, ASA Survey Research Methods 1988. Levels are those of {@link PatternCounts}; a missing
 * field says nothing.
 *
 * @param m double[fields][levels], sums to 1 over the levels of a field but the missing one
 * @param u double[fields][levels], likewise
 * @param match probability that two accounts at random are under common control
 */
record MatchModel(double[][] m, double[][] u, double match) {
    private static final int MOST_ROUNDS = 500;
    private static final double SETTLED = 1e-7;
    private static final double SELDOM = 1e-9; // no probability is nearer to 0 or 1

    /**
     * Everything from blocked pairs and the totals of the others. Pairs that share no block are all taken to be apart; they
     * enter u as totals, so that blocking does not raise u.
     *
     * @param apart pairs in no block
     */
    static MatchModel fit(PatternCounts blocked, Apart apart) {
        double[][] m = copy(apart.levels);
        for (double[] levels : m) {
            Arrays.fill(levels, 1.0 / (levels.length - 1));
        }
        double[][] u = copy(apart.levels);
        blocked.addTo(u, 1);
        double pairs = blocked.pairs();
        return new MatchModel(m, shares(u), Math.max(SELDOM, pairs / 10 / (pairs + apart.pairs)))
                .settled(blocked, apart, false);
    }

    /** From here on m and the probability of a match among these pairs; u stays, as it is known from pairs at random. */
    MatchModel fitted(PatternCounts pairs) {
        return settled(pairs, Apart.none(u), true);
    }

    private MatchModel settled(PatternCounts pairs, Apart apart, boolean keepU) {
        MatchModel model = this;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            MatchModel next = model.improved(pairs, apart, keepU);
            boolean settled = next.near(model);
            model = next;
            if (settled) {
                break;
            }
        }
        return model;
    }

    private MatchModel improved(PatternCounts pairs, Apart apart, boolean keepU) {
        double[][] matched = new double[m.length][];
        Arrays.setAll(matched, field -> new double[m[field].length]);
        double[][] others = copy(apart.levels);
        double matches = 0;
        double all = apart.pairs;
        for (int p = 0; p < pairs.count().length; p++) {
            byte[] levels = pairs.levels()[p];
            double count = pairs.count()[p];
            double probable = count * LogOdds.probability(bits(levels));
            matches += probable;
            all += count;
            for (int field = 0; field < m.length; field++) {
                matched[field][levels[field]] += probable;
                others[field][levels[field]] += count - probable;
            }
        }
        return new MatchModel(shares(matched), keepU ? u : shares(others), share(matches, all));
    }

    /** log2 odds of common control. */
    double bits(byte[] levels) {
        double bits = LogOdds.bits(match);
        for (int field = 0; field < m.length; field++) {
            bits += bits(levels, field);
        }
        return bits;
    }

    /** What one field adds. */
    double bits(byte[] levels, int field) {
        int level = levels[field];
        return level == PatternCounts.MISSING ? 0 : LogOdds.log2(m[field][level] / u[field][level]);
    }

    /** The same among pairs that are equal in some fields. */
    MatchModel given(int... equal) {
        double bits = LogOdds.bits(match);
        for (int field : equal) {
            bits += LogOdds.log2(m[field][PatternCounts.EXACT] / u[field][PatternCounts.EXACT]);
        }
        return new MatchModel(m, u, Math.clamp(LogOdds.probability(bits), SELDOM, 1 - SELDOM));
    }

    private boolean near(MatchModel other) {
        for (int field = 0; field < m.length; field++) {
            for (int level = 0; level < m[field].length; level++) {
                if (Math.abs(m[field][level] - other.m[field][level]) > SETTLED
                        || Math.abs(u[field][level] - other.u[field][level]) > SETTLED) {
                    return false;
                }
            }
        }
        return Math.abs(match / other.match - 1) < SETTLED;
    }

    /** Counts of levels as shares of those that are present; even ones where none is. */
    static double[][] shares(double[][] counts) {
        double[][] shares = copy(counts);
        for (double[] levels : shares) {
            levels[PatternCounts.MISSING] = 0;
            double present = Arrays.stream(levels).sum();
            for (int level = PatternCounts.DIFFERENT; level < levels.length; level++) {
                levels[level] = present > 0 ? share(levels[level], present) : 1.0 / (levels.length - 1);
            }
        }
        return shares;
    }

    private static double share(double part, double whole) {
        return Math.clamp(whole > 0 ? part / whole : 0.5, SELDOM, 1 - SELDOM);
    }

    private static double[][] copy(double[][] of) {
        return Arrays.stream(of).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Pairs that are compared in total only.
     *
     * @param pairs how many
     * @param levels double[fields][levels]: how many of them show each level
     */
    record Apart(double pairs, double[][] levels) {
        /** None at all, of fields that have as many levels as these. */
        static Apart none(double[][] like) {
            return new Apart(
                    0,
                    Arrays.stream(like).map(levels -> new double[levels.length]).toArray(double[][]::new));
        }
    }
}

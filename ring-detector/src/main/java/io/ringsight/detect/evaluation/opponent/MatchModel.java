package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evidence.LogOdds;
import java.util.Arrays;

/**
 * How likely a field agrees between two accounts under common control (m) and two others (u). I. P. Fellegi, A. B. Sunter: A
 * theory for record linkage, JASA 64 (1969), doi:10.1080/01621459.1969.10501049; estimated without labels by expectation
 * maximisation under conditional independence, W. E. Winkler: Using the EM algorithm for weight computation in the
 * Fellegi-Sunter model of record linkage, ASA Survey Research Methods 1988.
 *
 * <p>Pairs that share no block are all taken to be apart; they enter u as totals, so that blocking does not raise u.
 *
 * @param m double[fields]
 * @param u double[fields]
 * @param match probability that two accounts at random are under common control
 */
record MatchModel(double[] m, double[] u, double match) {
    private static final int MOST_ROUNDS = 500;
    private static final double SETTLED = 1e-7;
    private static final double SELDOM = 1e-9; // no probability is nearer to 0 or 1

    /**
     * @param patterns long[patterns] of blocked pairs, see {@link Fields}
     * @param count double[patterns]: how many pairs show each
     * @param apart pairs in no block
     */
    static MatchModel fit(long[] patterns, double[] count, Apart apart) {
        int fields = apart.present.length;
        double[] m = new double[fields];
        Arrays.fill(m, 0.5);
        double[] u = new double[fields];
        double blocked = Arrays.stream(count).sum();
        for (int field = 0; field < fields; field++) {
            double agree = apart.agree[field];
            double present = apart.present[field];
            for (int p = 0; p < patterns.length; p++) {
                agree += Fields.agrees(patterns[p], field) ? count[p] : 0;
                present += Fields.present(patterns[p], field) ? count[p] : 0;
            }
            u[field] = share(agree, present);
        }
        var model = new MatchModel(m, u, Math.max(SELDOM, blocked / 10 / (blocked + apart.pairs)));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            MatchModel next = model.improved(patterns, count, apart);
            boolean settled = next.near(model);
            model = next;
            if (settled) {
                break;
            }
        }
        return model;
    }

    private MatchModel improved(long[] patterns, double[] count, Apart apart) {
        int fields = m.length;
        double[] agreeMatched = new double[fields];
        double[] presentMatched = new double[fields];
        double[] agree = apart.agree.clone();
        double[] present = apart.present.clone();
        double matches = 0;
        double all = apart.pairs;
        for (int p = 0; p < patterns.length; p++) {
            double matched = count[p] * LogOdds.probability(bits(patterns[p]));
            matches += matched;
            all += count[p];
            for (int field = 0; field < fields; field++) {
                if (Fields.present(patterns[p], field)) {
                    presentMatched[field] += matched;
                    present[field] += count[p] - matched;
                    if (Fields.agrees(patterns[p], field)) {
                        agreeMatched[field] += matched;
                        agree[field] += count[p] - matched;
                    }
                }
            }
        }
        double[] nextM = new double[fields];
        double[] nextU = new double[fields];
        for (int field = 0; field < fields; field++) {
            nextM[field] = share(agreeMatched[field], presentMatched[field]);
            nextU[field] = share(agree[field], present[field]);
        }
        return new MatchModel(nextM, nextU, share(matches, all));
    }

    /** log2 odds of common control. */
    double bits(long pattern) {
        double bits = LogOdds.bits(match);
        for (int field = 0; field < m.length; field++) {
            bits += bits(pattern, field);
        }
        return bits;
    }

    /** What one field adds. */
    double bits(long pattern, int field) {
        if (!Fields.present(pattern, field)) {
            return 0;
        }
        double ratio = Fields.agrees(pattern, field) ? m[field] / u[field] : (1 - m[field]) / (1 - u[field]);
        return StrictMath.log(ratio) / StrictMath.log(2);
    }

    private boolean near(MatchModel other) {
        for (int field = 0; field < m.length; field++) {
            if (Math.abs(m[field] - other.m[field]) > SETTLED || Math.abs(u[field] - other.u[field]) > SETTLED) {
                return false;
            }
        }
        return Math.abs(match / other.match - 1) < SETTLED;
    }

    private static double share(double part, double whole) {
        return Math.clamp(whole > 0 ? part / whole : 0.5, SELDOM, 1 - SELDOM);
    }

    /**
     * Pairs that are compared in total only.
     *
     * @param pairs how many
     * @param present double[fields]: how many both have the field
     * @param agree double[fields]: how many agree
     */
    record Apart(double pairs, double[] present, double[] agree) {}
}

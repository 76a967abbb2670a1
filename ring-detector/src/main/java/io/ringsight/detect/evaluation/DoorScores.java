package io.ringsight.detect.evaluation;

import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.AccountTruth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a door stops, where it also stops a given share of honest applicants.
 *
 * @param honest applicants that were asked and are legit
 * @param joiners those that were asked and were the third or a later member of their ring
 * @param founders those that were its first or second
 * @param rows by false positive rate, ascending
 */
public record DoorScores(int honest, int joiners, int founders, List<Row> rows) {
    /**
     * @param rate share of honest applicants that are stopped, at most
     * @param threshold probability from which on an applicant is stopped
     * @param joiners share of them that is stopped
     * @param founders share of them that is stopped
     */
    public record Row(double rate, double threshold, double joiners, double founders) {}

    private static final double[] RATES = {0.001, 0.002, 0.005, 0.01, 0.02};
    private static final int FROM_MEMBER = 3;

    /**
     * @param asked in order
     * @param truths of all accounts, those too that were there before
     * @param before ids of accounts that were there before, in order
     */
    public static DoorScores of(List<DoorReplay.Asked> asked, List<AccountTruth> truths, List<String> before) {
        Map<String, AccountTruth> truth = new HashMap<>();
        truths.forEach(known -> truth.put(known.accountId(), known));
        Map<String, Integer> members = new HashMap<>(); // of rings, so far
        before.forEach(account -> member(account, truth, members));
        List<Double> honest = new ArrayList<>();
        List<Double> joiners = new ArrayList<>();
        List<Double> founders = new ArrayList<>();
        for (DoorReplay.Asked applicant : asked) {
            int member = member(applicant.accountId(), truth, members);
            AccountTruth known = truth.get(applicant.accountId());
            if (known != null && known.verdict() == Verdict.LEGIT) {
                honest.add(applicant.probability());
            } else if (member >= FROM_MEMBER) {
                joiners.add(applicant.probability());
            } else if (member > 0) {
                founders.add(applicant.probability());
            }
        }
        honest.sort(null);
        List<Row> rows = new ArrayList<>();
        for (double rate : RATES) {
            double threshold = threshold(honest, rate);
            rows.add(new Row(rate, threshold, share(joiners, threshold), share(founders, threshold)));
        }
        return new DoorScores(honest.size(), joiners.size(), founders.size(), List.copyOf(rows));
    }

    /** Which member of a fraudulent ring an account is, counted from 1 in the order in which they came; 0 for none. */
    private static int member(String account, Map<String, AccountTruth> truth, Map<String, Integer> members) {
        AccountTruth known = truth.get(account);
        return known == null
                        || known.verdict() == Verdict.LEGIT
                        || known.ringId().isEmpty()
                ? 0
                : members.merge(known.ringId().get(), 1, Integer::sum);
    }

    /** The least above which no more than that share lies. */
    private static double threshold(List<Double> ascending, double rate) {
        int above = (int) Math.floor(rate * ascending.size());
        return ascending.isEmpty() ? 0 : Math.nextUp(ascending.get(ascending.size() - 1 - above));
    }

    private static double share(List<Double> probabilities, double threshold) {
        return probabilities.stream().filter(value -> value >= threshold).count()
                / (double) Math.max(1, probabilities.size());
    }
}

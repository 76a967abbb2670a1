package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.WeightedRatio;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the accounts of one pattern, of fraud or of honest sharing. Precision has no pattern: whom a false merge
 * belongs to is not known. Immutable, thread-safe.
 */
public final class PatternComparison {
    private final int accounts;
    private final WeightedRatio accountRecall;
    private final WeightedRatio ringRecall;
    private final WeightedRatio bCubedRecall;
    private final WeightedRatio cleared;

    private PatternComparison(
            JudgedAccounts judged, Overlap overlap, boolean[] ringFound, int[] patternOf, int pattern) {
        int size = judged.size();
        double[] fraud = new double[size];
        double[] flagged = new double[size];
        double[] honest = new double[size];
        double[] clear = new double[size];
        double[] member = new double[size];
        double[] recall = new double[size];
        double[] ring = new double[size];
        double[] found = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (patternOf[i] != pattern || !judged.scored()[i]) {
                continue;
            }
            count++;
            boolean suspect = judged.flagged()[i] || judged.predicted()[i] >= 0;
            fraud[i] = judged.fraud()[i] ? 1 : 0;
            flagged[i] = judged.fraud()[i] && judged.flagged()[i] ? 1 : 0;
            honest[i] = judged.fraud()[i] ? 0 : 1;
            clear[i] = !judged.fraud()[i] && !suspect ? 1 : 0;
            if (overlap.truth().contains(i)) {
                double members = overlap.truth().sizeAt(i);
                member[i] = 1;
                recall[i] = overlap.shared()[i] / members;
                ring[i] = 1 / members;
                found[i] = ringFound[overlap.truth().of()[i]] ? 1 / members : 0;
            }
        }
        accounts = count;
        accountRecall = new WeightedRatio(flagged, fraud, "no fraudulent account of this pattern was scored");
        cleared = new WeightedRatio(clear, honest, "no honest account of this pattern was scored");
        bCubedRecall = new WeightedRatio(recall, member, "no ring of two scored accounts has this pattern");
        ringRecall = new WeightedRatio(found, ring, "no ring of two scored accounts has this pattern");
    }

    /**
     * One a pattern, by its number.
     *
     * @param patternOf int[accounts], from 0 to below {@code patterns}, or -1
     */
    public static List<PatternComparison> of(JudgedAccounts judged, int[] patternOf, int patterns) {
        Overlap overlap = Overlap.of(judged.predicted(), judged.truth(), judged.scored());
        boolean[] ringFound = ringFound(overlap);
        var comparisons = new ArrayList<PatternComparison>(patterns);
        for (int pattern = 0; pattern < patterns; pattern++) {
            comparisons.add(new PatternComparison(judged, overlap, ringFound, patternOf, pattern));
        }
        return comparisons;
    }

    /** A true ring is found when some predicted ring holds at least two of its scored members. */
    static boolean[] ringFound(Overlap overlap) {
        boolean[] found = new boolean[overlap.truth().count()];
        for (int i = 0; i < overlap.accounts(); i++) {
            if (overlap.truth().contains(i) && overlap.shared()[i] >= 2) {
                found[overlap.truth().of()[i]] = true;
            }
        }
        return found;
    }

    /** Scored accounts of the pattern. */
    public int accounts() {
        return accounts;
    }

    /** Of the fraudulent accounts, the share that was flagged. */
    public Measure accountRecall(double[] weight) {
        return accountRecall.measure(weight);
    }

    /** Of the true rings, the share of which two members or more stand in one predicted ring; a ring weighs what its members do. */
    public Measure ringRecall(double[] weight) {
        return ringRecall.measure(weight);
    }

    /** {@link RingComparison#bCubedRecall} over the members of this pattern. */
    public Measure bCubedRecall(double[] weight) {
        return bCubedRecall.measure(weight);
    }

    /** Of the honest accounts, the share that was neither flagged nor drawn into a risky ring. */
    public Measure cleared(double[] weight) {
        return cleared.measure(weight);
    }
}

package io.ringsight.gnn.metric;

/** How well scores put positives before negatives; what the scores are called does not matter. */
public final class Ranking {
    private Ranking() {}

    /**
     * Area under the receiver operating characteristic: the probability that a positive is scored above a negative, ties half.
     * T. Fawcett: An introduction to ROC analysis, Pattern Recognition Letters 27 (2006), doi:10.1016/j.patrec.2005.10.010.
     */
    public static Measure auroc(Tally tally) {
        String missing = tally.missingClass();
        if (!missing.isEmpty()) {
            return Measure.undefined(missing);
        }
        double above = 0;
        double wins = 0;
        for (int step = 0; step < tally.steps(); step++) {
            wins += tally.negatives(step) * (above + tally.positives(step) / 2);
            above += tally.positives(step);
        }
        return Measure.of(wins / tally.positives() / tally.negatives());
    }

    /**
     * Area under the precision-recall curve as average precision: the sum of precision times gain in recall over the distinct
     * scores, so that tied scores are one step and nothing is interpolated. K. Boyd, K. H. Eng, C. D. Page: Area under the
     * precision-recall curve, ECML PKDD 2013, doi:10.1007/978-3-642-40994-3_29; that a straight line between points would
     * flatter: J. Davis, M. Goadrich: The relationship between precision-recall and ROC curves, ICML 2006,
     * doi:10.1145/1143844.1143874.
     */
    public static Measure averagePrecision(Tally tally) {
        if (tally.positives() == 0) {
            return Measure.undefined(tally.missingClass());
        }
        double found = 0;
        double taken = 0;
        double area = 0;
        for (int step = 0; step < tally.steps(); step++) {
            found += tally.positives(step);
            taken += tally.positives(step) + tally.negatives(step);
            if (taken > 0) {
                area += tally.positives(step) * (found / taken);
            }
        }
        return Measure.of(area / tally.positives());
    }

    /**
     * Recall where this share of the negatives is flagged. Within tied scores accounts are taken as they come, so that the
     * curve is straight there (Fawcett 2006, section 5): the expected recall of an order at random among equals.
     *
     * @param rate in [0, 1]
     */
    public static Measure recallAtFalsePositiveRate(Tally tally, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("A rate lies in [0, 1], not at " + rate + ".");
        }
        String missing = tally.missingClass();
        if (!missing.isEmpty()) {
            return Measure.undefined(missing);
        }
        double room = rate * tally.negatives();
        double found = 0;
        for (int step = 0; step < tally.steps(); step++) {
            double negatives = tally.negatives(step);
            if (negatives > room) {
                return Measure.of((found + tally.positives(step) * (room / negatives)) / tally.positives());
            }
            room -= negatives;
            found += tally.positives(step);
        }
        return Measure.of(1);
    }

    /**
     * Share of positives among the {@code capacity} accounts scored highest, as many as somebody can look at. Where the last
     * place falls among tied scores, what an order at random among equals is expected to find.
     *
     * @param capacity positive
     */
    public static Measure precisionAtCapacity(Tally tally, double capacity) {
        if (!(capacity > 0)) {
            throw new IllegalArgumentException("A capacity is positive, not " + capacity + ".");
        }
        if (tally.total() < capacity) {
            return Measure.undefined("fewer accounts were scored than the capacity of %.0f".formatted(capacity));
        }
        double room = capacity;
        double found = 0;
        for (int step = 0; step < tally.steps(); step++) {
            double here = tally.positives(step) + tally.negatives(step);
            if (here >= room) {
                return Measure.of((found + tally.positives(step) * (room / here)) / capacity);
            }
            room -= here;
            found += tally.positives(step);
        }
        return Measure.of(found / capacity);
    }
}

package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.Measure;

/**
 * Who is scored in a period. Labelled accounts are not, and more of them are fraudulent than of all: so the share of fraud is
 * another than the population's, and other in each period.
 *
 * @param fraud of the scored
 */
public record PeriodFacts(int scored, int fraud) {
    /** What AUPRC and precision reach by chance. */
    public Measure fraudShare() {
        return Measure.ratio(fraud, scored, "no account was scored");
    }
}

package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.Estimate;

/**
 * How one contender does on the scored accounts of one pattern.
 *
 * @param fraud whether this is a pattern of fraud
 * @param accounts how many were scored
 * @param rings how many true rings they are in
 * @param accountRecall share of the fraudulent ones that were found so
 * @param ringRecall share of the rings of which two members stand in one risky ring
 * @param memberRecall B-cubed recall over risky rings
 * @param cleared share of the honest ones neither found fraudulent nor drawn into a risky ring
 */
public record PatternScores(
        boolean fraud,
        int accounts,
        int rings,
        Estimate accountRecall,
        Estimate ringRecall,
        Estimate memberRecall,
        Estimate cleared) {}

package io.ringsight.detect.risk;

/**
 * @param labelStrength how many labels the evidence counts for, against those in the ring
 * @param leastLabels of each class from which on risks are calibrated
 * @param leastToLearn labels of each class from which on risks are learned
 */
public record RiskParameters(double labelStrength, int leastLabels, int leastToLearn) {
    /** The same, with so few labels enough to learn from. */
    public RiskParameters learningFrom(int labels) {
        return new RiskParameters(labelStrength, leastLabels, labels);
    }

    public static RiskParameters defaults() {
        return new RiskParameters(1, 30, 100);
    }
}

package io.ringsight.detect.risk;

/**
 * @param labelStrength how many labels the evidence counts for, against those in the ring
 * @param leastLabels of each class from which on risks are calibrated
 */
public record RiskParameters(double labelStrength, int leastLabels) {
    public static RiskParameters defaults() {
        return new RiskParameters(1, 30);
    }
}

package io.ringsight.detect.check;

/** From which probability on a check decides what; {@link Decision#ALLOW} below all. */
public record DecisionThresholds(double stepUp, double review, double deny) {
    public DecisionThresholds {
        if (!(0 < stepUp && stepUp <= review && review <= deny && deny <= 1)) {
            throw new IllegalArgumentException(
                    "Thresholds rise from 0 to 1: step up " + stepUp + ", review " + review + ", deny " + deny + ".");
        }
    }

    public static DecisionThresholds defaults() {
        return new DecisionThresholds(0.2, 0.5, 0.9);
    }

    Decision decide(double probability) {
        if (probability >= deny) {
            return Decision.DENY;
        }
        if (probability >= review) {
            return Decision.REVIEW;
        }
        return probability >= stepUp ? Decision.STEP_UP : Decision.ALLOW;
    }
}

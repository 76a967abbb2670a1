package io.ringsight.api.policy;

/** From which probability on what is decided; {@link Decision#ALLOW} below all. */
public record Thresholds(double stepUp, double review, double deny) implements Choice {
    public Thresholds {
        if (!(0 < stepUp && stepUp <= review && review <= deny && deny <= 1)) {
            throw new IllegalArgumentException("thresholds must rise from above 0 to 1, but step_up is " + stepUp
                    + ", review " + review + " and deny " + deny);
        }
    }

    @Override
    public Decision of(PolicyInput input) {
        double probability = input.probability();
        if (probability >= deny) {
            return Decision.DENY;
        }
        if (probability >= review) {
            return Decision.REVIEW;
        }
        return probability >= stepUp ? Decision.STEP_UP : Decision.ALLOW;
    }
}

package io.ringsight.api.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a policy says of one applicant.
 *
 * @param decision to answer
 * @param intended what thresholds, costs and rules say, whatever hold-out and shadow make of it
 * @param heldOut whether the applicant is let in for measurement
 * @param shadow whether the policy only watches
 * @param rules names of the rules that applied, in order
 */
public record Ruling(Decision decision, Decision intended, boolean heldOut, boolean shadow, List<String> rules) {
    public Ruling {
        rules = List.copyOf(rules);
    }

    /** Of a policy that only watches, what would have been answered. */
    public Optional<Decision> shadowDecision() {
        return shadow ? Optional.of(heldOut ? Decision.ALLOW : intended) : Optional.empty();
    }
}

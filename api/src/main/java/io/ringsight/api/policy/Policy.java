package io.ringsight.api.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * From what a check says to what is done. Immutable.
 *
 * @param version what it is called
 * @param choice what probability and exposure decide
 * @param rules that change it, each what those before it left
 * @param shadow whether all are let in and what would have been decided is only recorded
 * @param holdOut share of applicants that are let in for measurement, 0 to 1
 * @param fallbacks what is done about checks that are answered from less than there should be, after the rules
 */
public record Policy(
        String version, Choice choice, List<Rule> rules, boolean shadow, double holdOut, Fallbacks fallbacks) {
    private static final String DEGRADED = "degraded:"; // no rule can be called so

    public Policy {
        rules = List.copyOf(rules);
    }

    /** @param place where the applicant falls among all, evenly between 0 and 1, and always there */
    public Ruling decide(PolicyInput input, double place) {
        Decision intended = choice.of(input);
        List<String> applied = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.isAbout(input)) {
                intended = rule.change(intended);
                applied.add(rule.name());
            }
        }
        for (Degradation reason : input.degraded()) {
            Decision floor = fallbacks.floors().get(reason);
            if (floor != null) {
                intended = intended.atLeast(floor);
                applied.add(DEGRADED + reason.word());
            }
        }
        boolean heldOut = place < holdOut;
        return new Ruling(heldOut || shadow ? Decision.ALLOW : intended, intended, heldOut, shadow, applied);
    }
}

package io.ringsight.api.policy;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * All of an applicant that a policy looks at.
 *
 * @param probability that the applicant is fraudulent
 * @param reasons codes of the reasons for it
 * @param country ISO 3166 alpha-2
 * @param exposure money at stake
 */
public record PolicyInput(double probability, Set<String> reasons, Optional<String> country, OptionalDouble exposure) {
    public PolicyInput {
        reasons = Set.copyOf(reasons);
    }
}

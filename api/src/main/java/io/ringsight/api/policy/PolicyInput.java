package io.ringsight.api.policy;

import java.util.List;
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
 * @param deviceRisk of the device that the applicant presents, by itself
 * @param degraded why the check was answered from less than there should be; empty for all being well
 */
public record PolicyInput(
        double probability,
        Set<String> reasons,
        Optional<String> country,
        OptionalDouble exposure,
        OptionalDouble deviceRisk,
        List<Degradation> degraded) {
    public PolicyInput {
        degraded = List.copyOf(degraded);
        reasons = Set.copyOf(reasons);
    }
}

package io.ringsight.api.decision;

import io.ringsight.api.policy.Degradation;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.CheckedApplication;
import java.util.List;

/**
 * A check with what policy makes of it, and the id under which both are recorded.
 *
 * @param degraded why it was answered from less than there should be; empty for all being well
 */
public record DecidedCheck(
        String checkId, CheckedApplication checked, List<Degradation> degraded, Ruling ruling, String policyVersion) {
    public DecidedCheck {
        degraded = List.copyOf(degraded);
    }
}

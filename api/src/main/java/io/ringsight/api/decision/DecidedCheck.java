package io.ringsight.api.decision;

import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.CheckedApplication;

/** A check with what policy makes of it, and the id under which both are recorded. */
public record DecidedCheck(String checkId, CheckedApplication checked, Ruling ruling, String policyVersion) {}

package io.ringsight.api.decision;

import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.CheckedApplication;

/** A check with what policy makes of it. */
public record DecidedCheck(CheckedApplication checked, Ruling ruling, String policyVersion) {}

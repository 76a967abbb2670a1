package io.ringsight.api.decision;

import io.ringsight.api.policy.Degradation;
import io.ringsight.api.policy.Policy;
import io.ringsight.api.policy.PolicyInput;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.ServedHealth;
import io.ringsight.detect.check.CheckResult;
import io.ringsight.detect.ring.Reason;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.tokenise.KeySets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A policy with the keys that draw its hold-out. Immutable, thread-safe. */
final class Judge {
    private static final String HOLD_OUT = "policy hold-out";

    private final Policy policy;
    private final KeySets keys;

    Judge(Policy policy, KeySets keys) {
        this.policy = policy;
        this.keys = keys;
    }

    String policyVersion() {
        return policy.version();
    }

    /** What is less than it should be, by the limits of the policy. */
    List<Degradation> degraded(ServedHealth health) {
        return policy.fallbacks().reasons(health.indexAge(), health.storeAnswers(), health.modelPresent());
    }

    Ruling decide(AccountRecord account, CheckResult result, List<Degradation> degraded) {
        var input = new PolicyInput(
                result.probability(),
                result.reasons().stream().map(Reason::code).collect(Collectors.toSet()),
                account.country(),
                account.exposure(),
                result.device().map(device -> OptionalDouble.of(device.risk())).orElse(OptionalDouble.empty()),
                degraded);
        return policy.decide(input, policy.holdOut() > 0 ? keys.place(HOLD_OUT, account.accountId()) : 1);
    }
}

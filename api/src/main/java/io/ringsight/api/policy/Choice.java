package io.ringsight.api.policy;

/** How a decision follows from probability and exposure. A higher probability never makes it milder. */
public sealed interface Choice permits Thresholds, ExpectedCost {
    Decision of(PolicyInput input);
}

package io.ringsight.api.decision;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.CheckedApplication;
import io.ringsight.api.service.RingService;

/** Where applicants are checked: the service says what is known of one, the policy what to do. Thread-safe. */
public final class CheckDesk {
    private final RingService service;
    private final PolicyFile policy;
    private final Judge judge;

    private CheckDesk(RingService service, PolicyFile policy, Judge judge) {
        this.service = service;
        this.policy = policy;
        this.judge = judge;
    }

    public static CheckDesk open(Installation installation, RingService service, PolicyFile policy) {
        return new CheckDesk(service, policy, new Judge(policy.policy(), installation.existingKeys()));
    }

    /** Whom it asks. */
    public RingService service() {
        return service;
    }

    /** A question about an applicant: nothing is written into the store. */
    public DecidedCheck check(byte[] json) {
        CheckedApplication checked = service.check(json);
        Ruling ruling = judge.decide(checked.application().account(), checked.result());
        return new DecidedCheck(checked, ruling, policy.policy().version());
    }
}

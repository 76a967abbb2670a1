package io.ringsight.detect.check;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.membership.MembershipIndex;
import io.ringsight.ingest.record.TokenisedApplication;

/** Decides about one applicant from memory, without writing anything, in bounded work. Thread-safe. */
public final class Check {
    /** Members that an answer lists at most. */
    public static final int MOST_MEMBERS = 200;

    private final MembershipIndex index;
    private final DetectionParameters parameters;
    private final DecisionThresholds thresholds;

    public Check(MembershipIndex index, DetectionParameters parameters, DecisionThresholds thresholds) {
        this.index = index;
        this.parameters = parameters;
        this.thresholds = thresholds;
    }

    public CheckResult decide(TokenisedApplication application) {
        throw new UnsupportedOperationException("Comes next: " + index + parameters + thresholds + application);
    }
}

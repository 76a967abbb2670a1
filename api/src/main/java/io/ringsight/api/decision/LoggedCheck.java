package io.ringsight.api.decision;

import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.ServedHealth;
import io.ringsight.api.service.ServedState;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.List;

/**
 * One line of the decision log: all that the answer to a check followed from, and the answer. Tokens only.
 *
 * @param at when it was, milliseconds since 1970 UTC
 * @param ringsight version of the program that answered
 * @param state that was asked
 * @param health of the service when it was asked
 * @param snapshot its name
 * @param policyHash of the policy's file, see {@link io.ringsight.api.policy.PolicyFile#hash}
 * @param keyVersion of the keys that the tokens are made with
 * @param application without sealed values
 * @param rejected what of the application could not be used
 * @param answer as JSON, but for the check's id
 */
record LoggedCheck(
        String checkId,
        long at,
        String ringsight,
        ServedState state,
        ServedHealth health,
        String snapshot,
        String modelVersion,
        String policyVersion,
        String policyHash,
        int keyVersion,
        TokenisedApplication application,
        List<Left> rejected,
        Ruling ruling,
        String answer) {
    LoggedCheck {
        rejected = List.copyOf(rejected);
    }

    /** A field that could not be used, and why; never its value. */
    record Left(String field, String reason) {}
}

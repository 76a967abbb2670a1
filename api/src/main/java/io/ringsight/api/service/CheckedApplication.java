package io.ringsight.api.service;

import io.ringsight.detect.check.CheckResult;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.source.Rejection;
import java.util.List;

/**
 * The answer to a check, and what of the application could not be used.
 *
 * @param at when it was asked, milliseconds since 1970 UTC
 * @param state that was asked
 * @param health of the service when it was asked
 */
public record CheckedApplication(
        TokenisedApplication application,
        long at,
        ServedState state,
        ServedHealth health,
        CheckResult result,
        List<Rejection> rejections) {
    public CheckedApplication {
        rejections = List.copyOf(rejections);
    }

    public String accountId() {
        return application.account().accountId();
    }
}

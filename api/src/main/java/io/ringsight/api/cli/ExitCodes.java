package io.ringsight.api.cli;

import io.ringsight.ingest.intake.IntakeReport;

/** Exit codes that are no failure; the others are in {@link io.ringsight.ingest.error.ErrorCode}. */
final class ExitCodes {
    static final int GOOD = 0;
    static final int DONE_WITH_REJECTIONS = 3;

    private ExitCodes() {}

    static int of(IntakeReport report) {
        return report.rejections() > 0 ? DONE_WITH_REJECTIONS : GOOD;
    }
}

package io.ringsight.api.cli;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import picocli.CommandLine.Option;

/** What every run that judges accounts starts from. */
final class PriorOptions {
    @Option(
            names = "--prior",
            paramLabel = "P",
            description = "Share of accounts that are fraudulent, before anything is known (default 0.03).")
    private double prior = DetectionParameters.DEFAULT_PRIOR;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random (default 0).")
    private long seed;

    double prior() {
        if (!(prior > 0 && prior < 1)) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "--prior is " + prior + ", but a prior lies between 0 and 1.",
                    "Maybe write a share like 0.03 for 3 %.");
        }
        return prior;
    }

    long seed() {
        return seed;
    }
}

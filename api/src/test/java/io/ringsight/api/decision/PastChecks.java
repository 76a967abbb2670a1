package io.ringsight.api.decision;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.policy.Decision;
import io.ringsight.api.policy.PolicyInput;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.policy.Thresholds;
import io.ringsight.api.service.ServedHealth;
import io.ringsight.api.service.ServedState;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A decision log without a service. */
public final class PastChecks {
    private PastChecks() {}

    /** Logs a check of an account A0, A1, … for each probability, with an exposure of 1,000 times its number, decided by the built-in policy, which only watched. */
    public static void log(Installation installation, double... probabilities) {
        try (DecisionLog log = Records.of(installation).openLog()) {
            for (int i = 0; i < probabilities.length; i++) {
                LoggedCheck check = check(i, probabilities[i]);
                log.offer(() -> check);
            }
        }
    }

    private static LoggedCheck check(int number, double probability) {
        long at = System.currentTimeMillis();
        Decision intended = new Thresholds(0.2, 0.5, 0.9)
                .of(new PolicyInput(
                        probability,
                        Set.of(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of()));
        var account = new AccountRecord(
                "A" + number,
                1,
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(1_000.0 * number),
                new Token(5, 6),
                Optional.empty());
        return new LoggedCheck(
                CheckIds.next(at),
                at,
                "1.0",
                new ServedState(1, 2, 3, 4, Optional.empty()),
                ServedHealth.GOOD,
                "empty",
                "rules-3",
                "default-1",
                "0".repeat(64),
                1,
                new TokenisedApplication(account, List.of()),
                List.of(),
                new Ruling(Decision.ALLOW, intended, true, false, List.of()),
                "{\"probability\":" + probability + ",\"reasons\":[]}");
    }
}

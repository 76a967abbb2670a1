package io.ringsight.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreSettings;
import io.ringsight.api.policy.Decision;
import io.ringsight.api.policy.Policy;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.policy.Thresholds;
import io.ringsight.api.service.ServedState;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
    private static final Policy STRICT = new Policy(
            "strict", new Thresholds(0.1, 0.3, 0.6), List.of(), true, 0.5, io.ringsight.api.policy.Fallbacks.OPEN);

    @TempDir
    Path data;

    @Test
    void listsWhatWouldHaveBeenDecidedInAnotherWay() {
        Installation installation = installation(0.05, 0.15, 0.15, 0.7, 0.95);
        DryRun run = DryRun.of(installation, STRICT, Optional.empty(), 2);
        assertThat(run.checks()).isEqualTo(5);
        assertThat(run.changes())
                .isEqualTo(Map.of(
                        new DryRun.Change(Decision.ALLOW, Decision.STEP_UP),
                        2L,
                        new DryRun.Change(Decision.REVIEW, Decision.DENY),
                        1L));
        assertThat(run.changed()).isEqualTo(3);
        assertThat(run.differences()).extracting(DryRun.Difference::accountId).containsExactly("A1", "A2");
        assertThat(DryRun.of(installation, STRICT, Optional.of(STRICT), 2).changed())
                .isZero();
        assertThat(DryRun.of(installation, PolicyFile.builtIn().policy(), Optional.of(STRICT), 9)
                        .changes())
                .containsEntry(new DryRun.Change(Decision.DENY, Decision.REVIEW), 1L);
    }

    @Test
    void withoutChecksThereIsNothingToTell() {
        var installation = new Installation(new StoreSettings(data, Optional.empty()), Optional.empty());
        assertThat(DryRun.of(installation, STRICT, Optional.empty(), 2).checks())
                .isZero();
    }

    private Installation installation(double... probabilities) {
        var installation = new Installation(new StoreSettings(data, Optional.empty()), Optional.empty());
        try (DecisionLog log = Records.of(installation).openLog()) {
            for (int i = 0; i < probabilities.length; i++) {
                LoggedCheck check = check("A" + i, probabilities[i]);
                log.offer(() -> check);
            }
        }
        return installation;
    }

    private static LoggedCheck check(String accountId, double probability) {
        long at = System.currentTimeMillis();
        Decision intended = new Thresholds(0.2, 0.5, 0.9)
                .of(new io.ringsight.api.policy.PolicyInput(
                        probability,
                        java.util.Set.of(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of()));
        var account = new AccountRecord(
                accountId,
                1,
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                new Token(5, 6),
                Optional.empty());
        return new LoggedCheck(
                CheckIds.next(at),
                at,
                "1.0",
                new ServedState(1, 2, 3, 4, Optional.empty()),
                io.ringsight.api.service.ServedHealth.GOOD,
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

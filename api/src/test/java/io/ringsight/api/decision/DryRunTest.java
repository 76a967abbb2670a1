package io.ringsight.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreSettings;
import io.ringsight.api.policy.Decision;
import io.ringsight.api.policy.Policy;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.policy.Thresholds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertThat(run.before())
                .isEqualTo(Map.of(Decision.ALLOW, 3L, Decision.STEP_UP, 0L, Decision.REVIEW, 1L, Decision.DENY, 1L));
        assertThat(run.after())
                .isEqualTo(Map.of(Decision.ALLOW, 1L, Decision.STEP_UP, 2L, Decision.REVIEW, 0L, Decision.DENY, 2L));
        assertThat(run.differences()).extracting(DryRun.Difference::accountId).containsExactly("A1", "A2", "A3");
        assertThat(DryRun.of(installation, STRICT, Optional.empty(), 1).differences())
                .as("the oldest of each change")
                .extracting(DryRun.Difference::accountId)
                .containsExactly("A1", "A3");
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
        PastChecks.log(installation, probabilities);
        return installation;
    }
}

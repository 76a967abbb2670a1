package io.ringsight.detect.risk.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.learner.TimeSplit;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.ingest.progress.Progress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LabelledAroundTest {
    private final RiskTable table = RiskTable.of(findings(), Gangs.labels(), 0.03, Progress.silent());

    @Test
    void noAccountHearsItsOwnLabel() {
        FeatureTable before = table.around().pointInTime(table.labels());
        for (int account = 0; account < table.labels().length; account += 7) {
            if (table.labels()[account] != 0) {
                byte[] turned = table.labels().clone();
                turned[account] = (byte) -turned[account];
                assertSameRow(table.around().pointInTime(turned), before, account);
            }
        }
    }

    @Test
    void aLabelledAccountHearsNothingOfThoseThatCameLater() {
        var findings = table.findings();
        int[] byTime = TimeSplit.byTime(findings.snapshot(), findings.order(), table.labels());
        FeatureTable before = table.around().pointInTime(table.labels());
        byte[] turned = table.labels().clone();
        for (int i = byTime.length / 2; i < byTime.length; i++) {
            turned[byTime[i]] = (byte) -turned[byTime[i]];
        }
        FeatureTable after = table.around().pointInTime(turned);
        for (int i = 0; i < byTime.length / 2; i++) {
            assertSameRow(after, before, byTime[i]);
        }
    }

    @Test
    void anAccountWithoutALabelHearsOfItsRing() {
        FeatureTable around = table.around().pointInTime(table.labels());
        int account = table.findings().snapshot().findAccount("F0-2");
        assertThat(around.column("label_ring_fraud")[account]).isEqualTo(2);
        assertThat(around.column("label_hands_fraud")[account]).isGreaterThan(1);
        assertThat(around.column("label_device_fraud")[account]).isEqualTo(2);
        assertThat(around.column("label_hands_legit")[account]).isLessThan(0.01f);
    }

    private static void assertSameRow(FeatureTable one, FeatureTable other, int account) {
        for (int column = 0; column < one.columns().length; column++) {
            assertThat((Float) one.columns()[column][account])
                    .as(one.names().get(column))
                    .isEqualTo((Float) other.columns()[column][account]);
        }
    }

    private static Findings findings() {
        var found = new AtomicReference<Findings>();
        new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .run(Gangs.graph(), List.of(), Progress.silent(), found::set);
        return Objects.requireNonNull(found.get());
    }
}

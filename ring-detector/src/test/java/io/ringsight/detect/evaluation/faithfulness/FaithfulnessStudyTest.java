package io.ringsight.detect.evaluation.faithfulness;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.detect.risk.learned.LearnedRisk;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.ingest.progress.Progress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FaithfulnessStudyTest {
    private static final Findings FINDINGS = findings();

    @Test
    void explanationsOfGangsHoldUnderTheEpochAndWhenAllIsRunAgain() {
        for (Faithfulness row : study().ofEvidence()) {
            assertThat(row.rings()).as(row.method()).isGreaterThan(30);
            assertThat(row.necessity()).as(row.method()).isGreaterThanOrEqualTo(0.95);
            assertThat(row.sufficiency()).as(row.method()).isGreaterThanOrEqualTo(0.95);
            assertThat(row.citedPerRing()).isLessThan(row.thingsPerRing());
        }
    }

    @Test
    void theyHoldForWhatLabelsTaughtToo() {
        var table = RiskTable.of(FINDINGS, Gangs.labels(), Gangs.PARAMETERS.prior(), Progress.silent());
        LearnedRisk learned = LearnedRisk.train(
                        table,
                        LearnedRisk.Networks.NONE,
                        Gangs.PARAMETERS.risk().leastToLearn(),
                        Gangs.PARAMETERS.prior(),
                        0,
                        Progress.silent())
                .orElseThrow()
                .risk();
        List<Faithfulness> rows = study().ofLearned(new TrainedModel("M-test", learned), Gangs.labels());
        assertThat(rows.getFirst().rings()).isGreaterThan(30);
        assertThat(rows.getFirst().necessity()).isGreaterThanOrEqualTo(0.95);
    }

    private static FaithfulnessStudy study() {
        return new FaithfulnessStudy(Gangs.PARAMETERS, FINDINGS, Progress.silent());
    }

    private static Findings findings() {
        var found = new AtomicReference<Findings>();
        new DetectionRun(Gangs.PARAMETERS, ComponentEngine.jvm(), Optional.empty())
                .run(Gangs.graph(), List.of(), Progress.silent(), found::set);
        return Objects.requireNonNull(found.get());
    }
}

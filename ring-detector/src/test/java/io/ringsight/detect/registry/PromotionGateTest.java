package io.ringsight.detect.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PromotionGateTest {
    private static final ModelBundle TRAINED =
            training().train(Gangs.graph(), Gangs.labels(), Optional.empty()).bundle();
    private static final int ACCOUNTS = 400;

    @Test
    void whoRanksBetterPasses() {
        Rivalry.Comparison compared = PromotionGate.pass(bundle("evidence", 3, 1), Optional.empty(), Progress.silent());
        assertThat(compared.lead()).isPositive();
        assertThat(compared.low()).isPositive();
        assertThat(compared.frauds()).isEqualTo(ACCOUNTS / 4);
    }

    @Test
    void whoRanksTheSamePasses() {
        Rivalry same = rivalry("evidence", 2, 2);
        Rivalry equal =
                new Rivalry(same.incumbent(), same.fraud(), same.group(), same.candidateBits(), same.candidateBits());
        var compared = PromotionGate.pass(
                new ModelBundle(TRAINED.model(), TRAINED.origin(), equal), Optional.empty(), Progress.silent());
        assertThat(compared.lead()).isZero();
    }

    @Test
    void whoRanksWorseFailsWithTheNumbers() {
        fails(bundle("evidence", 1, 3), Optional.empty(), "ranks worse than evidence");
    }

    @Test
    void whoWasComparedWithSomebodyElseTrainsAgain() {
        fails(bundle("evidence", 3, 1), Optional.of("M-1"), "M-1 stands now");
    }

    @Test
    void withoutEnoughLabelsNobodyIsPromoted() {
        Rivalry all = rivalry("evidence", 3, 1);
        Rivalry honest =
                new Rivalry("evidence", new boolean[ACCOUNTS], all.group(), all.candidateBits(), all.incumbentBits());
        fails(new ModelBundle(TRAINED.model(), TRAINED.origin(), honest), Optional.empty(), "Too few labels");
    }

    @Test
    void aTrainedModelIsComparedOnThoseWhoCameLast() {
        Rivalry rivalry = TRAINED.rivalry();
        assertThat(rivalry.incumbent()).isEqualTo(Rivalry.EVIDENCE);
        assertThat(rivalry.fraud().length).isLessThan(Gangs.labels().size() / 2);
        TrainedModel champion = TRAINED.model();
        ModelBundle next = training()
                .train(Gangs.graph(), Gangs.labels(), Optional.of(champion))
                .bundle();
        assertThat(next.rivalry().incumbent()).isEqualTo(champion.id());
    }

    private static void fails(ModelBundle bundle, Optional<String> champion, String saying) {
        assertThatThrownBy(() -> PromotionGate.pass(bundle, champion, Progress.silent()))
                .isInstanceOfSatisfying(RingsightException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.GATE_FAILED);
                    assertThat(e).hasMessageContaining(saying);
                });
    }

    private static ModelBundle bundle(String incumbent, double candidate, double other) {
        return new ModelBundle(TRAINED.model(), TRAINED.origin(), rivalry(incumbent, candidate, other));
    }

    /** Every fourth is fraud; both rank with so much signal in noise. */
    private static Rivalry rivalry(String incumbent, double candidate, double other) {
        var random = new Random(4);
        boolean[] fraud = new boolean[ACCOUNTS];
        long[] group = new long[ACCOUNTS];
        double[] mine = new double[ACCOUNTS];
        double[] theirs = new double[ACCOUNTS];
        for (int i = 0; i < ACCOUNTS; i++) {
            fraud[i] = i % 4 == 0;
            group[i] = i / 8;
            mine[i] = (fraud[i] ? candidate : 0) + random.nextGaussian();
            theirs[i] = (fraud[i] ? other : 0) + random.nextGaussian();
        }
        return new Rivalry(incumbent, fraud, group, mine, theirs);
    }

    private static ModelTraining training() {
        return new ModelTraining(Gangs.PARAMETERS, ComponentEngine.jvm(), Optional.empty(), Progress.silent());
    }
}

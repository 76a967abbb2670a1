package io.ringsight.detect.risk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossFittingTest {
    private static final NetworkParameters SMALL = new NetworkParameters(
            2, 1, new TrainingParameters(8, 2, new FanOut(6, 8), 32, 0, 4, 3, 1e-2, 1e-2, 1.0, 0.1, 0));

    private final IdentityGraph graph = Gangs.graph();
    private final List<EvidencedView> views = EvidencedView.until(
            graph, Gangs.AS_OF, 2, DetectionParameters.defaults(), ComponentEngine.jvm(), Progress.silent());
    private final int[] folds = views.getLast().folds();

    @Test
    void noLabelOfAFoldReachesWhatIsSaidOfIt() {
        List<AccountLabel> flipped =
                Gangs.labels().stream().map(this::flippedInFoldZero).toList();
        assertThat(flipped).isNotEqualTo(Gangs.labels());
        float[] said = outOfFold(Gangs.labels());
        float[] saidOtherwise = outOfFold(flipped);
        int elsewhere = 0;
        for (int account = 0; account < folds.length; account++) {
            if (folds[account] == 0) {
                assertThat(saidOtherwise[account]).isEqualTo(said[account]);
            } else {
                elsewhere += saidOtherwise[account] == said[account] ? 0 : 1;
            }
        }
        assertThat(elsewhere).isPositive();
    }

    @Test
    void ranksGangsFirstThatItWasNotTaught() {
        float[] said = outOfFold(Gangs.labels());
        IdentityGraph last = views.getLast().snapshot();
        double[] sum = new double[2];
        int[] count = new int[2];
        for (int account = 0; account < said.length; account++) {
            int kind = Gangs.isFraud(last.accountId(account)) ? 1 : 0;
            sum[kind] += said[account];
            count[kind]++;
        }
        assertThat(sum[1] / count[1]).isGreaterThan(sum[0] / count[0] + 1);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(outOfFold(Gangs.labels())).isEqualTo(outOfFold(Gangs.labels()));
    }

    @Test
    void whoComesLaterIsJudgedByAllFolds() {
        var fitted = fitting().run(Gangs.labels());
        assertThat(fitted.columns().models()).hasSize(CrossFitting.FOLDS);
        var view = EvidencedView.of(graph, DetectionParameters.defaults(), ComponentEngine.jvm(), Progress.silent());
        var later = fitted.columns().of(view.view(), Progress.silent());
        assertThat(later.names()).isEqualTo(fitted.outOfFold().names());
        assertThat(later.accountCount()).isEqualTo(graph.accountCount());
    }

    @Test
    void goesOnWhereItWasStopped(@TempDir Path folder) {
        var checks = new AtomicInteger();
        Progress impatient = Progress.silentUntil(() -> checks.incrementAndGet() > 60);
        assertThatThrownBy(() -> fitting(Optional.of(folder), impatient).run(Gangs.labels()))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("Cancelled");
        assertThat(folder).isNotEmptyDirectory();
        checks.set(0);
        Progress counting = Progress.silentUntil(() -> checks.incrementAndGet() < 0);
        var resumed = fitting(Optional.of(folder), counting).run(Gangs.labels());
        int left = checks.getAndSet(0);
        var whole = fitting(Optional.empty(), counting).run(Gangs.labels());
        assertThat(left).isLessThan(checks.get());
        assertThat(resumed.outOfFold().columns().getFirst())
                .isEqualTo(whole.outOfFold().columns().getFirst());
        assertThat(resumed.curves())
                .hasSameSizeAs(whole.curves())
                .allSatisfy(curve -> assertThat(curve).isNotEmpty());
    }

    private AccountLabel flippedInFoldZero(AccountLabel label) {
        int account = views.getLast().snapshot().findAccount(label.accountId());
        Verdict other = label.verdict() == Verdict.FRAUD ? Verdict.LEGIT : Verdict.FRAUD;
        return folds[account] == 0 ? new AccountLabel(label.accountId(), other, label.labelledAt()) : label;
    }

    private float[] outOfFold(List<AccountLabel> labels) {
        return fitting().run(labels).outOfFold().columns().getFirst();
    }

    private CrossFitting fitting() {
        return fitting(Optional.empty(), Progress.silent());
    }

    private CrossFitting fitting(Optional<Path> checkpoints, Progress progress) {
        return new CrossFitting(views, SMALL, new TorchSettings(TorchDevice.CPU, 1), 7, checkpoints, progress);
    }
}

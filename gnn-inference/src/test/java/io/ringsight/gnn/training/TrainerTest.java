package io.ringsight.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.gnn.Views;
import io.ringsight.gnn.inference.GraphScores;
import io.ringsight.gnn.model.MemoryEstimate;
import io.ringsight.gnn.model.ModelFile;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final TorchSettings ONE_THREAD = new TorchSettings(TorchDevice.CPU, 1);
    private static final TrainingParameters SMALL =
            new TrainingParameters(16, 2, new FanOut(6, 8), 64, 1, 6, 3, 5e-3, 1e-2, 1.0, 0.1, 7);

    private final IdentityGraph snapshot = rings(1);
    private final TrainingView view = view(snapshot, labels(0.6));

    @Test
    void findsRingsThatWereNeverLabelled() {
        var model = new Trainer(List.of(view), SMALL, ONE_THREAD, Progress.silent())
                .supervised()
                .model();
        byte[] known = view.labels().verdict();
        try (var scores = GraphScores.of(model, view.view(), known, ONE_THREAD, Progress.silent())) {
            float[] logOdds = scores.logOdds();
            double fraud = 0;
            double legit = 0;
            int frauds = 0;
            int legits = 0;
            for (int account = 0; account < logOdds.length; account++) {
                if (known[account] == 0 && isFraud(snapshot.accountId(account))) {
                    fraud += logOdds[account];
                    frauds++;
                } else if (known[account] == 0) {
                    legit += logOdds[account];
                    legits++;
                }
            }
            assertThat(fraud / frauds).isGreaterThan(legit / legits + 2);
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAtAnyThreadCount() {
        var one = new Trainer(List.of(view), SMALL, ONE_THREAD, Progress.silent()).supervised();
        var two = new Trainer(List.of(view), SMALL, ONE_THREAD, Progress.silent()).supervised();
        var threads = new Trainer(List.of(view), SMALL, new TorchSettings(TorchDevice.CPU, 2), Progress.silent())
                .supervised();
        assertThat(Arrays.equals(two.model().parameters(), one.model().parameters()))
                .isTrue();
        assertThat(Arrays.equals(threads.model().parameters(), one.model().parameters()))
                .isTrue();
    }

    @Test
    void goesOnFromACheckpointAsIfItHadNeverStopped(@TempDir Path folder) {
        var whole = new Trainer(List.of(view), SMALL, ONE_THREAD, Progress.silent()).supervised();
        for (int epochs : new int[] {1, 3, 8}) {
            Optional<Path> file = Optional.of(folder.resolve("checkpoint-" + epochs));
            var stopping = new StopAfter(epochs);
            assertThatThrownBy(() -> new Trainer(List.of(view), SMALL, ONE_THREAD, file, stopping).supervised())
                    .isInstanceOfSatisfying(
                            RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
            var rest = new Trainer(List.of(view), SMALL, ONE_THREAD, file, Progress.silent()).supervised();
            assertThat(Arrays.equals(rest.model().parameters(), whole.model().parameters()))
                    .isTrue();
            assertThat(rest.curve()).hasSameSizeAs(whole.curve());
        }
    }

    @Test
    void refusesACheckpointThatWasCutShortOrIsOfAnotherTraining(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("checkpoint");
        assertThatThrownBy(() ->
                        new Trainer(List.of(view), SMALL, ONE_THREAD, Optional.of(file), new StopAfter(2)).supervised())
                .isInstanceOf(RingsightException.class);
        var other = view(snapshot, labels(0.5));
        assertThatThrownBy(() -> new Trainer(List.of(other), SMALL, ONE_THREAD, Optional.of(file), Progress.silent())
                        .supervised())
                .hasMessageContaining("is of training");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> new Trainer(List.of(view), SMALL, ONE_THREAD, Optional.of(file), Progress.silent())
                        .supervised())
                .isInstanceOfSatisfying(RingsightException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INPUT_MALFORMED);
                    assertThat(e.hint()).contains("cut short");
                });
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aModelComesBackFromItsFileToTheBit(@TempDir Path folder) {
        var model = Views.model(view.view(), 8, 2, 3);
        Path file = folder.resolve("model");
        ModelFile.write(model, file);
        var read = ModelFile.read(file);
        assertThat(read.parameters()).isEqualTo(model.parameters());
        assertThat(read.schema()).isEqualTo(model.schema());
        assertThat(read.scaler().mean()).isEqualTo(model.scaler().mean());
        assertThat(read.shape()).isEqualTo(model.shape());
    }

    @Test
    void saysWhatIsMissingFromTheLabels() {
        assertThatThrownBy(() -> trainer(List.of()).supervised())
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("There are no labels");
        var fraudAlone = labels(1).stream()
                .filter(label -> label.verdict() == Verdict.FRAUD)
                .toList();
        assertThatThrownBy(() -> trainer(fraudAlone).supervised()).hasMessageContaining("and 0 legit");
        var strangers = List.of(new AccountLabel("nobody", Verdict.FRAUD, 0));
        assertThatThrownBy(() -> trainer(strangers).supervised()).hasMessageContaining("1 of accounts that are not");
    }

    @Test
    void learnsWithoutLabelsToTellWhatWasHidden() {
        var parameters = new TrainingParameters(16, 2, new FanOut(6, 8), 64, 4, 0, 1, 5e-3, 1e-2, 1.0, 0, 7);
        var curve = new Trainer(List.of(view), parameters, ONE_THREAD, Progress.silent())
                .unsupervised()
                .curve();
        assertThat(curve.getLast().loss()).isLessThan(0.8 * curve.getFirst().loss());
    }

    @Test
    void refusesWhatDoesNotFitTheMemory() {
        var shape = Views.model(view.view(), 8, 1, 1).shape();
        var estimate = MemoryEstimate.of(List.of(view.view(), view.view()), shape);
        assertThatThrownBy(() -> estimate.require(1 << 10))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE))
                .hasMessageContaining("2 views");
    }

    private Trainer trainer(List<AccountLabel> labels) {
        return new Trainer(List.of(view(snapshot, labels)), SMALL, ONE_THREAD, Progress.silent());
    }

    private static TrainingView view(IdentityGraph snapshot, List<AccountLabel> labels) {
        return new TrainingView(Views.of(snapshot), LabelColumns.of(snapshot, labels));
    }

    /** Families of three that share address and phone over months; rings of six that share a device within days. */
    private static IdentityGraph rings(long seed) {
        long day = 86_400_000;
        var random = new Random(seed);
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (int family = 0; family < 200; family++) {
            for (int member = 0; member < 3; member++) {
                long time = (long) (random.nextDouble() * 100 * day);
                int account = builder.account("family-" + family + "-" + member, time, time, Double.NaN);
                builder.sighting(account, 5, new Token(1, family), time, time);
                builder.sighting(account, 3, new Token(2, family), time, time);
            }
        }
        for (int ring = 0; ring < 30; ring++) {
            long start = (long) (random.nextDouble() * 97 * day);
            for (int member = 0; member < 6; member++) {
                long time = start + (long) (random.nextDouble() * 3 * day);
                int account = builder.account("ring-" + ring + "-" + member, time, time, Double.NaN);
                builder.sighting(account, 0, new Token(3, ring), time, time);
            }
        }
        return builder.build();
    }

    private static boolean isFraud(String accountId) {
        return accountId.startsWith("ring");
    }

    /** Of whole rings and families that share of all. */
    private List<AccountLabel> labels(double share) {
        var labels = new ArrayList<AccountLabel>();
        for (int account = 0; account < snapshot.accountCount(); account++) {
            String id = snapshot.accountId(account);
            int group = Integer.parseInt(id.split("-")[1]);
            if (group % 10 < 10 * share) {
                labels.add(new AccountLabel(id, isFraud(id) ? Verdict.FRAUD : Verdict.LEGIT, 0));
            }
        }
        return labels;
    }

    /** Stops at the end of so many epochs. */
    private static final class StopAfter implements Progress {
        private final int epochs;
        private final AtomicInteger begun = new AtomicInteger();

        StopAfter(int epochs) {
            this.epochs = epochs;
        }

        @Override
        public void begin(String stage, long total) {
            begun.incrementAndGet();
        }

        @Override
        public void advance(long units) {
            // counts epochs alone
        }

        @Override
        public void end() {
            // counts epochs alone
        }

        @Override
        public boolean cancelled() {
            return begun.get() > epochs;
        }
    }
}

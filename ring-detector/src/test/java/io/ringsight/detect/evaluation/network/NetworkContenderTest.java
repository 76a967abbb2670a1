package io.ringsight.detect.evaluation.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evaluation.Product;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkContenderTest {
    private static final NetworkParameters SMALL = new NetworkParameters(
            2, 2, new TrainingParameters(8, 2, new FanOut(6, 8), 32, 0, 6, 3, 1e-2, 1e-2, 1.0, 0.1, 0));

    private final IdentityGraph graph = Gangs.graph();

    @Test
    void ranksGangsThatCameAfterTheTrainingFirst() {
        Verdicts verdicts = verdicts(graph, Gangs.labels());
        assertThat(gap(verdicts)).isGreaterThan(0.2);
        assertThat(verdicts.probabilities()).isTrue();
        assertThat(verdicts.risk())
                .satisfies(risks -> assertThat(Arrays.stream(risks)).allMatch(risk -> risk > 0 && risk < 1));
    }

    @Test
    void learnsFromEvidenceWhereThereAreNoLabels() {
        assertThat(gap(verdicts(graph, List.of()))).isGreaterThan(0.2);
    }

    @Test
    void ringsAndLinksAreThoseOfTheProduct() {
        Verdicts verdicts = verdicts(graph, Gangs.labels());
        Verdicts product = new Product(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .train(data(graph, Gangs.labels()), Progress.silent())
                .judge(graph, Progress.silent());
        assertThat(verdicts.accountIds()).isEqualTo(product.accountIds());
        assertThat(verdicts.ring()).isEqualTo(product.ring());
        assertThat(verdicts.ringRisk()).isEqualTo(product.ringRisk());
        assertThat(verdicts.links()).isEqualTo(product.links());
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(verdicts(graph, Gangs.labels()).risk())
                .isEqualTo(verdicts(Gangs.graph(), Gangs.labels()).risk());
    }

    @Test
    void judgesTheSnapshotOfTheTrainingToo() {
        var judge = contender().train(data(graph, Gangs.labels()), Progress.silent());
        IdentityGraph then = graph.asOf(Gangs.AS_OF);
        assertThat(judge.judge(then, Progress.silent()).accountIds()).hasSize(then.accountCount());
    }

    @Test
    void saysWhatIsMissingWithTooFewLabels() {
        assertThatThrownBy(() -> verdicts(graph, Gangs.labels().subList(0, 8)))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("fraud");
    }

    private static NetworkContender contender() {
        return new NetworkContender(
                SMALL, DetectionParameters.defaults(), ComponentEngine.jvm(), new TorchSettings(TorchDevice.CPU, 1));
    }

    private static TrainingData data(IdentityGraph graph, List<AccountLabel> labels) {
        return new TrainingData(graph.asOf(Gangs.AS_OF), labels, Gangs.AS_OF, 0.1, 0);
    }

    private static Verdicts verdicts(IdentityGraph graph, List<AccountLabel> labels) {
        return contender().train(data(graph, labels), Progress.silent()).judge(graph, Progress.silent());
    }

    /** Mean risk of gangs minus that of homes, of those that came after the training. */
    private double gap(Verdicts verdicts) {
        double[] sum = new double[2];
        int[] count = new int[2];
        for (int rank = 0; rank < verdicts.accountIds().size(); rank++) {
            String id = verdicts.accountIds().get(rank);
            if (graph.createdAt(graph.findAccount(id)) > Gangs.AS_OF) {
                int kind = Gangs.isFraud(id) ? 1 : 0;
                sum[kind] += verdicts.risk()[rank];
                count[kind]++;
            }
        }
        return sum[1] / count[1] - sum[0] / count[0];
    }
}

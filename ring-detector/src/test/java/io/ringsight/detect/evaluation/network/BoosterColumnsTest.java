package io.ringsight.detect.evaluation.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.UntrainableException;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BoosterColumnsTest {
    private static final NetworkParameters SMALL = new NetworkParameters(
            2, 1, new TrainingParameters(8, 2, new FanOut(6, 8), 32, 0, 4, 3, 1e-2, 1e-2, 1.0, 0.1, 0));

    @ParameterizedTest
    @FieldSource("io.ringsight.detect.evaluation.network.BoosterColumns#NAMES")
    void ranksGangsThatCameAfterTheTrainingFirst(String name) {
        Verdicts verdicts = verdicts(columns(), name, Gangs.labels());
        var graph = Gangs.graph();
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
        assertThat(sum[1] / count[1]).isGreaterThan(sum[0] / count[0] + 0.2);
        assertThat(verdicts.probabilities()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        var columns = columns();
        double[] risk =
                verdicts(columns, BoosterColumns.STEADY_NETWORK, Gangs.labels()).risk();
        assertThat(verdicts(columns(), BoosterColumns.STEADY_NETWORK, Gangs.labels())
                        .risk())
                .isEqualTo(risk);
        verdicts(columns, BoosterColumns.BOOSTED_EVIDENCE, Gangs.labels());
        assertThat(verdicts(columns, BoosterColumns.STEADY_NETWORK, Gangs.labels())
                        .risk())
                .isEqualTo(risk);
    }

    @Test
    void takesNoPartWithTooFewLabels() {
        assertThatThrownBy(() -> verdicts(
                        columns(),
                        BoosterColumns.BOOSTED_NETWORK,
                        Gangs.labels().subList(0, 8)))
                .isInstanceOf(UntrainableException.class);
    }

    private static BoosterColumns columns() {
        return new BoosterColumns(
                SMALL, DetectionParameters.defaults(), ComponentEngine.jvm(), new TorchSettings(TorchDevice.CPU, 1));
    }

    private static Verdicts verdicts(BoosterColumns columns, String name, List<AccountLabel> labels) {
        var graph = Gangs.graph();
        var data = new TrainingData(graph.asOf(Gangs.AS_OF), labels, Gangs.AS_OF, 0.1, 0);
        return columns.contender(name).train(data, Progress.silent()).judge(graph, Progress.silent());
    }
}

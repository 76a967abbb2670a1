package io.ringsight.detect.risk.learned;

import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.inference.GraphScores;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import java.util.List;

/**
 * Graph networks, one a fold that it was taught nothing of, as a column for trees: an account that taught is judged by the network of its
 * fold, others by the mean of all. D. Wolpert: Stacked generalization, Neural Networks 5 (1992). The networks see no labels, so that the
 * column means the same for accounts of the training and for those that come later.
 *
 * @param models by fold; empty for none
 */
public record NetworkFolds(List<GraphModel> models) {
    public static final String COLUMN = "network_risk";

    public static final NetworkFolds NONE = new NetworkFolds(List.of());

    public NetworkFolds {
        models = List.copyOf(models);
    }

    boolean isEmpty() {
        return models.isEmpty();
    }

    /**
     * @param fold byte[accounts] in which each taught, else -1
     * @return the column {@value #COLUMN}: log2 odds of fraud, where fraud is as common as among labels
     */
    public FeatureTable columns(GraphView view, byte[] fold, Progress progress) {
        float[] column = new float[fold.length];
        for (int model = 0; model < models.size(); model++) {
            try (var scores =
                    GraphScores.of(models.get(model), view, new byte[fold.length], TorchSettings.DEFAULT, progress)) {
                float[] logOdds = scores.logOdds();
                for (int account = 0; account < column.length; account++) {
                    if (fold[account] < 0) {
                        column[account] += (float) (logOdds[account] / StrictMath.log(2) / models.size());
                    } else if (fold[account] == model) {
                        column[account] = (float) (logOdds[account] / StrictMath.log(2));
                    }
                }
            }
        }
        return new FeatureTable(List.of(COLUMN), new float[][] {column});
    }
}

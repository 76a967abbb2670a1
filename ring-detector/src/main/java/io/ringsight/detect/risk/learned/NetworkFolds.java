package io.ringsight.detect.risk.learned;

import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.inference.GraphScores;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import java.util.List;

/**
 * Graph networks beside the trees, as many a fold, which they were taught nothing of: an account that taught is judged by those of its
 * fold, others by the mean of all. They see no labels, so that what they say means the same for accounts of the training and for those
 * that come later.
 *
 * @param models fold by fold; empty for none
 * @param settings where they are computed
 */
public record NetworkFolds(List<GraphModel> models, TorchSettings settings) {
    public static final NetworkFolds NONE = new NetworkFolds(List.of(), TorchSettings.DEFAULT);

    public NetworkFolds {
        models = List.copyOf(models);
    }

    public NetworkFolds on(TorchSettings other) {
        return new NetworkFolds(models, other);
    }

    /**
     * @param fold byte[accounts] in which each taught, else -1
     * @return double[accounts], log2 odds of fraud, where fraud is as common as among labels; empty without networks
     */
    public double[] bits(GraphView view, byte[] fold, Progress progress) {
        if (models.isEmpty()) {
            return new double[0];
        }
        int each = models.size() / Folds.COUNT;
        double[] bits = new double[fold.length];
        for (int model = 0; model < models.size(); model++) {
            try (var scores = GraphScores.of(models.get(model), view, new byte[fold.length], settings, progress)) {
                float[] logOdds = scores.logOdds();
                for (int account = 0; account < bits.length; account++) {
                    double said = logOdds[account] / StrictMath.log(2);
                    if (fold[account] < 0) {
                        bits[account] += said / models.size();
                    } else if (fold[account] == model / each) {
                        bits[account] += said / each;
                    }
                }
            }
        }
        return bits;
    }
}

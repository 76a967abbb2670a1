package io.ringsight.detect.risk.network;

import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.inference.GraphScores;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * Trained networks and the line that makes a probability of what they say. Thread-safe.
 *
 * @param models whose log odds are averaged
 * @param calibration of the average
 * @param unseen probability of fraud of those in whom the networks see none, 0 when they were taught by labels, which know of all
 *     kinds: J. Pearl: Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3 (a noisy or with a leak)
 * @param shift bits from the share of fraud among the examples that calibrated to the prior
 */
public record NetworkRisk(
        List<GraphModel> models, Calibration calibration, double shift, double unseen, TorchSettings settings) {
    public NetworkRisk {
        models = List.copyOf(models);
    }

    /**
     * Probability of fraud by account number; an account's own label plays no part in its own.
     *
     * @param known byte[accounts]: 1 fraud, -1 legit, 0 unknown
     */
    public double[] of(GraphView view, byte[] known, Progress progress) {
        double[] risk = bits(models, view, known, settings, progress);
        Arrays.setAll(risk, account -> {
            double seen = LogOdds.probability(calibration.of(risk[account]) + shift);
            return seen + (1 - seen) * unseen;
        });
        return risk;
    }

    /** Mean log2 odds over the models, by account number. */
    static double[] bits(
            List<GraphModel> models, GraphView view, byte[] known, TorchSettings settings, Progress progress) {
        double[] bits = new double[known.length];
        for (GraphModel model : models) {
            try (var scores = GraphScores.of(model, view, known, settings, progress)) {
                float[] logOdds = scores.logOdds();
                for (int account = 0; account < bits.length; account++) {
                    bits[account] += logOdds[account] / StrictMath.log(2) / models.size();
                }
            }
        }
        return bits;
    }
}

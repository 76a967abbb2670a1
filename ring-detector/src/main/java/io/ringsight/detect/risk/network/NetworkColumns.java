package io.ringsight.detect.risk.network;

import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import java.util.List;

/**
 * What networks say of accounts, as columns for a booster. The networks see no labels: what the labels of others say the booster hears
 * elsewhere, and a column in which no label is seen means the same for accounts of the training and for those that come later. Thread-safe.
 *
 * <table>
 * <caption>columns</caption>
 * <tr><th>name</th><th>meaning</th></tr>
 * <tr><td>graph_risk</td><td>mean log2 odds of fraud, where fraud is as common as among labels</td></tr>
 * </table>
 *
 * @param models one or more a fold, see {@link CrossFitting}
 */
public record NetworkColumns(List<GraphModel> models, TorchSettings settings) {
    public static final String RISK = "graph_risk";

    public NetworkColumns {
        models = List.copyOf(models);
    }

    /** By account number of the view: of accounts whose labels no model was taught. */
    public AccountTable of(GraphView view, Progress progress) {
        return table(bits(models, view, settings, progress));
    }

    static double[] bits(List<GraphModel> models, GraphView view, TorchSettings settings, Progress progress) {
        return NetworkRisk.bits(models, view, new byte[view.graph().accountCount()], settings, progress);
    }

    static AccountTable table(double[] bits) {
        float[] column = new float[bits.length];
        for (int account = 0; account < column.length; account++) {
            column[account] = (float) bits[account];
        }
        return new AccountTable(List.of(RISK), List.of(column));
    }
}

package io.ringsight.gnn;

import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.Resemblances;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.model.InitialParameters;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.ParameterLayout;
import io.ringsight.gnn.model.Scaler;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Random;

/** Views and untrained models to test with. */
public final class Views {
    private Views() {}

    public static AccountTable noColumns() {
        return new AccountTable(List.of(), List.of());
    }

    public static GraphView of(IdentityGraph snapshot) {
        return GraphView.of(snapshot, snapshot.newestTime(), Resemblances.none(), noColumns(), Progress.silent());
    }

    /** Every parameter away from where it starts, so that each one matters. */
    public static GraphModel model(GraphView view, int width, int layers, long seed) {
        var schema = view.schema();
        var shape = new ModelShape(
                schema.accounts().size(),
                schema.pairs().size(),
                schema.relations().size(),
                width,
                layers);
        float[] parameters = InitialParameters.of(new ParameterLayout(shape), seed);
        var random = new Random(seed);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += (float) (0.1 * random.nextGaussian());
        }
        return new GraphModel(schema, shape, Scaler.of(List.of(view.accounts())), parameters, seed, view.moment(), 0.1);
    }

    /** About a tenth fraud, a tenth legit, the rest unknown. */
    public static byte[] labels(int accounts, long seed) {
        var random = new Random(seed);
        byte[] labels = new byte[accounts];
        for (int account = 0; account < accounts; account++) {
            int dice = random.nextInt(10);
            labels[account] = (byte) (dice == 0 ? 1 : dice == 1 ? -1 : 0);
        }
        return labels;
    }
}

package io.ringsight.gnn.inference;

import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.model.MemoryEstimate;
import io.ringsight.gnn.pytorch.SageGraph;
import io.ringsight.gnn.pytorch.SageSession;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a network says of every account of a view, and what it takes to ask about one more. An account's own label plays no part in
 * its own risk. Off the heap: close it. After {@link #of}, thread-safe until closed.
 */
public final class GraphScores implements ViewScores {
    private final GraphModel model;
    private final GraphView view;
    private final SageSession session;
    private final SageGraph graph;
    private final byte[] known;
    private @Nullable ApplicantScores applicants; // guarded by this

    private GraphScores(GraphModel model, GraphView view, byte[] known, SageSession session, SageGraph graph) {
        this.model = model;
        this.view = view;
        this.known = known;
        this.session = session;
        this.graph = graph;
    }

    /**
     * Computes all accounts, layer by layer, in the order of the graph. O(layers * (pairs * width + accounts * width^2)).
     *
     * @param known byte[accounts]: 1 fraud, -1 legit, 0 unknown, as of the moment of the view
     * @throws io.ringsight.ingest.error.RingsightException when the view has another schema, or there is no tensor engine
     */
    public static GraphScores of(
            GraphModel model, GraphView view, byte[] known, TorchSettings settings, Progress progress) {
        model.schema().require(view.schema());
        MemoryEstimate.of(List.of(view), model.shape())
                .require(Runtime.getRuntime().maxMemory());
        var session = SageSession.start(settings, model.shape());
        try {
            var graph = session.graph(session.load(view, model.scaler()), view.graph(), model.parameters());
            graph.run(columns(known), progress);
            return new GraphScores(model, view, known.clone(), session, graph);
        } catch (RuntimeException | Error failure) {
            session.close();
            throw failure;
        }
    }

    private static float[] columns(byte[] known) {
        float[] columns = new float[2 * known.length];
        for (int account = 0; account < known.length; account++) {
            columns[2 * account] = known[account] > 0 ? 1 : 0;
            columns[2 * account + 1] = known[account] < 0 ? 1 : 0;
        }
        return columns;
    }

    /**
     * Natural log odds of fraud by account number, where fraud is as common as among the examples of the training;
     * {@link GraphModel#risk} makes them probabilities where it is not.
     */
    @Override
    public float[] logOdds() {
        return graph.logOdds();
    }

    /** Numbers of an embedding. */
    @Override
    public int width() {
        return model.shape().width();
    }

    /** Copies the embeddings of some accounts, float32[last - first][width]. */
    @Override
    public void copyEmbeddings(int first, int last, FloatBuffer target) {
        graph.copyEmbeddings(first, last, target);
    }

    /** An account of the view once more, alone: the same as for all, but for rounding. */
    public AccountScore score(int account) {
        var of = view.graph();
        int first = of.firstPair(account);
        int count = of.firstPair(account + 1) - first;
        int[] identifiers = new int[count];
        float[] pairs = new float[count * PairFeatures.WIDTH];
        boolean[] inside = new boolean[count];
        for (int i = 0; i < count; i++) {
            identifiers[i] = of.identifierOf(first + i);
            view.pairs().copyRow(first + i, pairs, i * PairFeatures.WIDTH);
            inside[i] = true;
        }
        float[] row = new float[model.shape().accountFeatures()];
        view.accounts().copyRow(account, row, 0);
        return forApplicants().score(new Applicant(row, identifiers, pairs, inside, known[account]));
    }

    /** What it takes to judge accounts one by one, in the memory of the JVM: it outlives these scores. */
    public synchronized ApplicantScores forApplicants() {
        if (applicants == null) {
            applicants = ApplicantScores.of(model, view.graph(), graph.said());
        }
        return applicants;
    }

    @Override
    public void close() {
        graph.close();
        session.close();
    }
}

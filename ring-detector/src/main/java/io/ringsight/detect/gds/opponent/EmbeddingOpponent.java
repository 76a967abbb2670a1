package io.ringsight.detect.gds.opponent;

import io.ringsight.cypher.BoundStatement;
import io.ringsight.cypher.Statement;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evaluation.opponent.KnownLabels;
import io.ringsight.detect.evaluation.opponent.RiskyComponents;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.risk.learner.LogisticRegression;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.neo4j.driver.Value;

/**
 * Unsupervised embeddings of the account-identifier graph by the library of a store, and logistic regression on the labels
 * known at the training's time. Embeddings of two snapshots do not compare, so the regression is fitted anew on those of the
 * snapshot that is judged, with the training's labels alone. Nothing stays in the server, also after a failure; what its store
 * holds plays no part. Thread-safe.
 */
public final class EmbeddingOpponent implements Contender {
    private static final int LEAST_LABELS = 20; // of each class
    private static final double PENALTY = 1;

    private final Store store;
    private final Method method;

    private EmbeddingOpponent(Store store, Method method) {
        if (!store.hasGds()) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The server at " + store.address().uri() + " has no Graph Data Science library.",
                    "Maybe leave the opponents out that start with gds.");
        }
        this.store = store;
        this.method = method;
    }

    /**
     * {@code gds-fastrp} (H. Chen et al.: Fast and accurate network embeddings via very sparse random projection, CIKM 2019,
     * arXiv 1908.11512) and {@code gds-graphsage} (W. Hamilton et al.: Inductive representation learning on large graphs,
     * NeurIPS 2017, arXiv 1706.02216).
     *
     * @throws RingsightException STORE_UNAVAILABLE when the server lacks the library
     */
    public static List<Contender> all(Store store) {
        return Arrays.stream(Method.values())
                .map(method -> (Contender) new EmbeddingOpponent(store, method))
                .toList();
    }

    @Override
    public String name() {
        return method.word;
    }

    @Override
    public Judge train(TrainingData data, Progress progress) {
        double prior = KnownLabels.of(data.graph(), data.labels())
                .atLeast(LEAST_LABELS)
                .prior(data);
        return (graph, watching) -> judge(graph, data, prior, watching);
    }

    private Verdicts judge(IdentityGraph graph, TrainingData data, double prior, Progress progress) {
        double[][] embeddings = embeddings(graph, data.seed(), progress);
        var labels = KnownLabels.of(graph, data.labels());
        int[] labelled = IntStream.range(0, labels.of().length)
                .filter(account -> labels.of()[account] != 0)
                .toArray();
        double[][] rows =
                Arrays.stream(labelled).mapToObj(account -> embeddings[account]).toArray(double[][]::new);
        boolean[] fraud = new boolean[labelled.length];
        for (int i = 0; i < fraud.length; i++) {
            fraud[i] = labels.of()[labelled[i]] > 0;
        }
        LogisticRegression regression = LogisticRegression.fit(rows, fraud, PENALTY);
        double shift = LogOdds.bits(prior) - LogOdds.bits(labels.fraud() / (double) labelled.length);
        double[] risk = new double[embeddings.length];
        Arrays.setAll(
                risk,
                account -> LogOdds.probability(regression.logOdds(embeddings[account]) / StrictMath.log(2) + shift));
        return RiskyComponents.verdicts(name(), graph, risk);
    }

    /** double[accounts][dimension]; zeros for an account without identifiers. */
    private double[][] embeddings(IdentityGraph graph, long seed, Progress progress) {
        String name = "ringsight-" + UUID.randomUUID();
        double[][] embeddings = new double[graph.accountCount()][method.dimension];
        if (graph.sightingCount() == 0) {
            return embeddings;
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("name", name);
        settings.put("dimension", method.dimension);
        settings.put("seed", seed & Integer.MAX_VALUE);
        try (var _ = new Dropped(Statement.GDS_DROP_MODEL.with(Map.of("model", name)));
                var _ = new Dropped(Statement.GDS_DROP.with(Map.of("name", name)))) {
            progress.check();
            read(new IdentityProjection(graph).statement(name));
            progress.check();
            switch (method) {
                case FAST_RP -> {
                    settings.put("accounts", graph.accountCount());
                    stream(Statement.GDS_FAST_RP.with(settings), embeddings);
                }
                case GRAPH_SAGE -> {
                    read(Statement.GDS_DEGREE.with(Map.of("name", name)));
                    settings.put("model", name);
                    read(Statement.GDS_GRAPH_SAGE_TRAIN.with(settings));
                    progress.check();
                    stream(
                            Statement.GDS_GRAPH_SAGE.with(
                                    Map.of("name", name, "model", name, "accounts", graph.accountCount())),
                            embeddings);
                }
            }
            return embeddings;
        }
    }

    /** What the server drops at the end, each whether or not another could be; a failure hides none that came before. */
    private final class Dropped implements AutoCloseable {
        private final BoundStatement statement;

        Dropped(BoundStatement statement) {
            this.statement = statement;
        }

        @Override
        public void close() {
            read(statement);
        }
    }

    private void read(BoundStatement statement) {
        store.read(statement, row -> true);
    }

    private void stream(BoundStatement statement, double[][] embeddings) {
        store.stream(statement, row -> {
            List<Double> embedding = row.get("embedding").asList(Value::asDouble);
            double[] into = embeddings[row.get("node").asInt()];
            Arrays.setAll(into, embedding::get);
        });
    }

    private enum Method {
        FAST_RP("gds-fastrp", 128),
        GRAPH_SAGE("gds-graphsage", 64);

        private final String word;
        private final int dimension;

        Method(String word, int dimension) {
            this.word = word;
            this.dimension = dimension;
        }
    }
}

package io.ringsight.detect.gds.opponent;

import com.sun.management.OperatingSystemMXBean;
import io.ringsight.cypher.Statement;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.Resemblances;
import io.ringsight.gnn.model.InitialParameters;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.ParameterLayout;
import io.ringsight.gnn.model.Scaler;
import io.ringsight.gnn.pytorch.SageSession;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreAddress;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.store.LocalStore;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/**
 * Embeddings of a whole graph by our network and by the library's GraphSAGE, in turn, one thread each: two layers of 64 floats, of
 * mean aggregation, over the same accounts, identifiers and uses. The library's run is the one that keeps its result in the server,
 * so that no transfer is in it; it draws ten neighbours a node and layer, where ours hears all. Arguments: accounts, sightings, runs.
 */
final class GraphSageBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WIDTH = 64;
    private static final int LAYERS = 2;
    private static final String NAME = "benchmark";

    private GraphSageBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        IdentityGraph graph = graph(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        int runs = Integer.parseInt(arguments[2]);
        say("%s", graph);
        Path folder = Files.createTempDirectory("ringsight-benchmark");
        var local = new LocalStore(folder, LocalStore.configuredLibraries());
        StoreAddress address = local.attach();
        try (var store = Store.connect(address);
                var driver = GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()));
                var session = driver.session()) {
            store.read(new IdentityProjection(graph).statement(NAME), row -> true);
            store.read(Statement.GDS_DEGREE.with(Map.of("name", NAME)), row -> true);
            store.read(
                    Statement.GDS_GRAPH_SAGE_TRAIN.with(
                            Map.of("name", NAME, "model", NAME, "dimension", WIDTH, "seed", 1L)),
                    row -> {
                        say("library: trained in %d ms", row.get("train_millis").asLong());
                        return true;
                    });
            for (int run = 0; run < runs; run++) {
                ours(graph);
                long before = storeCpu(store);
                var answer = session.run("CALL gds.beta.graphSage.mutate('" + NAME + "', {modelName: '" + NAME
                                + "', mutateProperty: 'embedding" + run + "', concurrency: 1}) YIELD computeMillis,"
                                + " nodePropertiesWritten RETURN computeMillis, nodePropertiesWritten")
                        .single();
                say(
                        "library: %d nodes, %.2f s, %.2f CPU-s",
                        answer.get(1).asLong(), answer.get(0).asLong() / 1e3, (storeCpu(store) - before) / 1e9);
            }
        } finally {
            local.stop();
        }
    }

    /** From the snapshot, as the library's run is from its projection: the view and the loading of columns are counted too. */
    private static void ours(IdentityGraph snapshot) {
        long begin = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        var view = GraphView.of(
                snapshot,
                snapshot.newestTime(),
                Resemblances.none(),
                new AccountTable(List.of(), List.of()),
                Progress.silent());
        double made = (System.nanoTime() - begin) / 1e9;
        var schema = view.schema();
        var shape = new ModelShape(
                schema.accounts().size(),
                schema.pairs().size(),
                schema.relations().size(),
                WIDTH,
                LAYERS);
        float[] parameters = InitialParameters.of(new ParameterLayout(shape), 1);
        try (var session = SageSession.start(new TorchSettings(TorchDevice.CPU, 1), shape);
                var features = session.load(view, Scaler.of(List.of(view.accounts())));
                var graph = session.graph(features, view.graph(), parameters)) {
            float[] labels = new float[2 * view.graph().accountCount()];
            long start = System.nanoTime();
            long used = SYSTEM.getProcessCpuTime();
            graph.run(labels, Progress.silent());
            say(
                    "ours: %s, %.2f s, %.2f CPU-s; with the view (%.2f s) and loading %.2f s, %.2f CPU-s",
                    view.graph(),
                    (System.nanoTime() - start) / 1e9,
                    (SYSTEM.getProcessCpuTime() - used) / 1e9,
                    made,
                    (System.nanoTime() - begin) / 1e9,
                    (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
        }
    }

    private static long storeCpu(Store store) {
        return store.read(
                        Statement.STORE_CPU_TIME.bare(),
                        row -> row.get("nanoseconds").asLong())
                .getFirst();
    }

    /** Groups of eight accounts with three identifiers a group, and hubs of one sighting in ten; nothing that one account alone uses. */
    private static IdentityGraph graph(int accounts, int sightings) {
        var random = new Random(1);
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (int account = 0; account < accounts; account++) {
            builder.account("account-" + Long.toHexString(random.nextLong()), 1000, 1000, Double.NaN);
        }
        for (int sighting = 0; sighting < sightings; sighting++) {
            int account = sighting % accounts;
            long identifier = random.nextDouble() < 0.9
                    ? account / 8 * 3L + random.nextInt(3)
                    : (1L << 40) + (long) (5000 * Math.pow(random.nextDouble(), 3));
            builder.sighting(account, sighting / accounts % 10, new Token(0, identifier), 1000, 1000);
        }
        return builder.build();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}

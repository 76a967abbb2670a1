package io.ringsight.gnn.embedding;

import com.sun.management.OperatingSystemMXBean;
import io.ringsight.gnn.arrow.BatchLimits;
import io.ringsight.gnn.arrow.SnapshotBatches;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSession;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.arrow.memory.RootAllocator;

/**
 * Time, CPU time and resident memory of {@link FastRp}, step by step. Arguments: accounts, sightings, threads,
 * CPU or CUDA, runs, rows a batch.
 */
final class EmbeddingBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private EmbeddingBenchmark() {}

    public static void main(String[] arguments) {
        int accounts = Integer.parseInt(arguments[0]);
        int sightings = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        var settings = new TorchSettings(TorchDevice.valueOf(arguments[3]), threads);
        int runs = Integer.parseInt(arguments[4]);
        var parameters = FastRpParameters.DEFAULT;

        int rows = arguments.length > 5 ? Integer.parseInt(arguments[5]) : BatchLimits.DEFAULT.rows();
        var limits = new BatchLimits(rows, rows * 16);
        var stage = new Stage();
        IdentityGraph graph = graph(accounts, sightings);
        System.gc();
        stage.done("snapshot " + graph);
        try (var session = TorchSession.start(settings)) {
            stage.done("engine start, " + session.device());
        }
        aggregation(graph, limits, settings, stage);
        var fastRp = new FastRp(parameters, settings, limits);
        for (int run = 1; run <= runs; run++) {
            double before = cpuSeconds();
            fastRp.embed(graph, Progress.silent()).close();
            double cpu = cpuSeconds() - before;
            long edges = 2L * parameters.iterationWeights().size() * graph.sightingCount();
            stage.done(String.format(Locale.ROOT, "embed, run %d, %.1f M edges/CPU-s", run, edges / cpu / 1e6));
        }
    }

    /** The aggregations alone, for the bound of the kernel. */
    private static void aggregation(IdentityGraph graph, BatchLimits limits, TorchSettings settings, Stage stage) {
        int dimension = FastRpParameters.DEFAULT.dimension();
        try (var allocator = new RootAllocator();
                var batches = SnapshotBatches.of(graph, -0.5, limits, allocator, Progress.silent());
                var session = TorchSession.start(settings)) {
            stage.done("batches, " + batches.pairCount() + " pairs, " + allocator.getAllocatedMemory() / 1_000_000
                    + " MB, with Arrow's start");
            var accounts = session.zeros(batches.accountCount(), dimension);
            var identifiers = session.zeros(batches.identifierCount(), dimension);
            stage.done("zeros");
            for (int run = 1; run <= 3; run++) {
                double before = cpuSeconds();
                batches.identifiers().forEach(batch -> session.aggregate(batch, accounts, identifiers));
                batches.accounts().forEach(batch -> session.aggregate(batch, identifiers, accounts));
                double rate = 2 * batches.pairCount() / (cpuSeconds() - before) / 1e6;
                stage.done(String.format(Locale.ROOT, "one step, %.1f M edges/CPU-s", rate));
            }
        }
    }

    /** Groups of about eight accounts that share identifiers, each account with identifiers of its own, and hubs. */
    private static IdentityGraph graph(int accounts, int sightings) {
        var random = new Random(1);
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (int account = 0; account < accounts; account++) {
            long id = random.nextLong();
            builder.account("account-" + Long.toHexString(id), 1000, 1000, Double.NaN);
        }
        for (int sighting = 0; sighting < sightings; sighting++) {
            int account = sighting % accounts;
            int group = account / 8;
            double kind = random.nextDouble();
            long identifier = kind < 0.45
                    ? -1L - sighting
                    : kind < 0.9
                            ? group * 3L + random.nextInt(3)
                            : (1L << 40) + (long) (5000 * Math.pow(random.nextDouble(), 3));
            builder.sighting(account, sighting / accounts % 10, new Token(0, identifier), 1000, 1000);
        }
        return builder.build();
    }

    private static double cpuSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    private static final class Stage {
        private long wall = System.nanoTime();
        private double cpu = cpuSeconds();

        void done(String what) {
            System.out.printf(
                    Locale.ROOT,
                    "%6.2f s %6.2f CPU-s  %s  %s%n",
                    (System.nanoTime() - wall) / 1e9,
                    cpuSeconds() - cpu,
                    memory(),
                    what);
            wall = System.nanoTime();
            cpu = cpuSeconds();
        }

        private static String memory() {
            try (var lines = Files.lines(Path.of("/proc/self/status"))) {
                return lines.filter(line -> line.matches("(VmRSS|VmHWM|RssAnon|RssFile):.*"))
                        .map(line -> line.split("\\s+"))
                        .map(words -> words[0] + Long.parseLong(words[1]) / 1024)
                        .collect(Collectors.joining(" "));
            } catch (IOException e) {
                return "no /proc";
            }
        }
    }
}

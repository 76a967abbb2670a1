package io.ringsight.gnn.flight;

import com.sun.management.OperatingSystemMXBean;
import io.ringsight.gnn.Views;
import io.ringsight.gnn.arrow.GraphFiles;
import io.ringsight.gnn.arrow.GraphTables;
import io.ringsight.gnn.arrow.Table;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.inference.ViewScorer;
import io.ringsight.gnn.inference.ViewScores;
import io.ringsight.gnn.pytorch.SageSession;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * A view handed over in every way there is, beside a plain copy through a loopback socket. Arguments: accounts, sightings, runs. Both
 * ends are in this process.
 */
final class HandOverBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final TorchSettings TORCH = new TorchSettings(TorchDevice.CPU, 1);

    private HandOverBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int accounts = Integer.parseInt(arguments[0]);
        GraphView view = Views.of(graph(accounts, Integer.parseInt(arguments[1])));
        var model = Views.model(view, 64, 2, 1);
        long bytes = bytes(view);
        System.out.printf(Locale.ROOT, "%s; %.3f GB in its tables%n", view.graph(), bytes / 1e9);
        Path folder = Files.createTempDirectory("hand-over");
        for (int run = 0; run < Integer.parseInt(arguments[2]); run++) {
            time("plain loopback socket, both ends", bytes, () -> socket(bytes));
            time("batches alone, no copy of pair features", bytes, () -> batches(view));
            time("Arrow files, written", bytes, () -> write(view, folder));
            time("Arrow files, read into a view", bytes, () -> read(folder));
            try (var session = SageSession.start(TORCH, model.shape())) {
                long tensors =
                        4L * view.graph().accountCount() * view.accounts().width()
                                + 72L * view.graph().pairCount();
                time(
                        "view into tensors (accounts scaled, pairs as they lie)",
                        tensors,
                        () -> session.load(view, model.scaler()).close());
            }
            var settings = new ServerSettings(
                    "127.0.0.1", 0, Optional.empty(), Optional.empty(), 1L << 34, Duration.ofMinutes(5), TORCH);
            try (var server = EmbeddingsServer.start(model, settings);
                    var client = EmbeddingsClient.of(
                            ServerAddress.parse("127.0.0.1:" + server.port(), Optional.empty()), Optional.empty());
                    var here = ViewScorer.here(model, TORCH)) {
                time("Flight, tables sent into a view", bytes, () -> send(view, client));
                double local = time("network in this process", 0, () -> score(here, view));
                double remote = time("network by Flight, there and back", 0, () -> score(client, view));
                System.out.printf(Locale.ROOT, "  by Flight %.2f times the time%n", remote / local);
            }
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void score(ViewScorer scorer, GraphView view) {
        try (ViewScores scores = scorer.score(view, new byte[view.graph().accountCount()], Progress.silent())) {
            scores.logOdds();
        }
    }

    private static long bytes(GraphView view) {
        long[] sum = new long[1];
        try (var allocator = new RootAllocator()) {
            each(view, allocator, batch -> batch.getFieldVectors().forEach(vector -> sum[0] += vector.getBufferSize()));
        }
        return sum[0];
    }

    private interface Look {
        void at(VectorSchemaRoot batch);
    }

    private static void each(GraphView view, RootAllocator allocator, Look look) {
        for (Table table : GraphTables.of(view)) {
            try (var batch = VectorSchemaRoot.create(table.schema(), allocator)) {
                table.through(batch, allocator, () -> look.at(batch));
            }
        }
    }

    private static void batches(GraphView view) {
        try (var allocator = new RootAllocator()) {
            each(view, allocator, _ -> {});
        }
    }

    private static void write(GraphView view, Path folder) {
        try (var allocator = new RootAllocator()) {
            GraphFiles.write(view, folder, allocator);
        }
    }

    private static void read(Path folder) {
        try (var allocator = new RootAllocator()) {
            GraphFiles.read(folder, IdentifierTypes.builtIn(), allocator);
        }
    }

    private static void send(GraphView view, EmbeddingsClient client) {
        String id = Long.toHexString(System.nanoTime());
        for (Table table : GraphTables.of(view)) {
            client.send(id, table, Progress.silent());
        }
    }

    /** As many bytes from one thread to another, a quarter of a megabyte a call. */
    private static void socket(long bytes) {
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var address = server.getLocalAddress();
            Thread sender = Thread.ofPlatform().start(() -> {
                try (var out = SocketChannel.open(address)) {
                    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
                    for (long left = bytes; left > 0; left -= out.write(buffer)) {
                        if (!buffer.hasRemaining()) {
                            buffer.clear();
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try (var in = server.accept()) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
                while (in.read(buffer.clear()) >= 0) {
                    // Read and forgotten.
                }
            }
            sender.join();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static double time(String what, long bytes, Runnable work) {
        long start = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%7.3f s %7.3f CPU-s  %s%s%n",
                seconds,
                used,
                bytes == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, "%.2f GB/s, %.2f GB a CPU-s  ", bytes / 1e9 / seconds, bytes / 1e9 / used),
                what);
        return seconds;
    }

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
}

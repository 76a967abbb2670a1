package io.ringsight.gnn.inference;

import com.sun.management.OperatingSystemMXBean;
import io.ringsight.gnn.Views;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.DeviceBandwidth;
import io.ringsight.gnn.pytorch.SageSession;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.LabelColumns;
import io.ringsight.gnn.training.LearningPoint;
import io.ringsight.gnn.training.Trainer;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.gnn.training.TrainingView;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The graph network beside the memory bandwidth of the machine, measured in the same run. Arguments: accounts, sightings, threads,
 * runs, share of identifiers that nobody else uses, then {@code epoch} for one epoch of training over all accounts; {@code -Ddevice=CUDA}
 * for a GPU, whose log odds are compared with the CPU's. The least an edge can move is the row it adds up, its index
 * and its weight: 4 * (width + 2) bytes; the share of the bandwidth is by that, over everything the forward pass does.
 */
final class GraphNetworkBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int WIDTH = 64;
    private static final int LAYERS = 2;

    private GraphNetworkBenchmark() {}

    public static void main(String[] arguments) {
        int accounts = Integer.parseInt(arguments[0]);
        int sightings = Integer.parseInt(arguments[1]);
        var device = TorchDevice.valueOf(System.getProperty("device", "CPU"));
        var settings = new TorchSettings(device, Integer.parseInt(arguments[2]));
        int runs = Integer.parseInt(arguments[3]);
        double bandwidth = bandwidth(device);
        var watch = new Watch();
        double own = Double.parseDouble(arguments[4]);
        IdentityGraph snapshot = graph(accounts, sightings, own);
        watch.done("snapshot, " + snapshot);
        GraphView view = Views.of(snapshot);
        watch.done("view, " + view.graph() + ", " + view.accounts().width() + " columns");
        GraphModel model = Views.model(view, WIDTH, LAYERS, 1);
        float[] logOdds = {};
        for (int run = 1; run <= runs; run++) {
            logOdds = whole(view, model, settings, bandwidth);
        }
        if (device != TorchDevice.CPU) {
            var cpu = new TorchSettings(TorchDevice.CPU, settings.threads());
            say(
                    "largest difference to the CPU's log odds: %.1e",
                    difference(logOdds, whole(view, model, cpu, triad())));
            watch.done("with loading");
        }
        try (var scores = GraphScores.of(model, view, new byte[accounts], settings, Progress.silent())) {
            watch.done("scores with loading");
            single(scores, accounts);
        }
        if (arguments.length > 5) {
            epoch(snapshot, view, settings);
        }
    }

    private static double bandwidth(TorchDevice device) {
        if (device == TorchDevice.CPU) {
            double triad = triad();
            say("triad, one thread: %.1f GB/s", triad);
            return triad;
        }
        var measured = DeviceBandwidth.measure();
        say("device copy: %.0f GB/s, upload: %.1f GB/s", measured.copy(), measured.upload());
        return measured.copy();
    }

    private static double difference(float[] logOdds, float[] others) {
        double largest = 0;
        for (int account = 0; account < logOdds.length; account++) {
            largest = Math.max(largest, Math.abs(logOdds[account] - others[account]));
        }
        return largest;
    }

    /** Log odds, whose coming also says that a GPU is done. */
    private static float[] whole(GraphView view, GraphModel model, TorchSettings settings, double bandwidth) {
        var loading = new Watch();
        try (var session = SageSession.start(settings, model.shape());
                var features = session.load(view, model.scaler());
                var graph = session.graph(features, view.graph(), model.parameters())) {
            float[] labels = new float[2 * view.graph().accountCount()];
            loading.done("loading, " + session.device());
            double edges = 2.0 * LAYERS * view.graph().pairCount();
            float[] logOdds = {};
            for (int run = 0; run < (session.device().equals("cuda") ? 5 : 1); run++) {
                var watch = new Watch();
                graph.run(labels, Progress.silent());
                logOdds = graph.logOdds();
                double rate = edges / (session.device().equals("cuda") ? watch.wall() : watch.cpu());
                watch.done(String.format(
                        Locale.ROOT,
                        "whole graph, %.1f M edges/%s, %.0f %% of the bandwidth",
                        rate / 1e6,
                        session.device().equals("cuda") ? "s" : "CPU-s",
                        100 * rate * Float.BYTES * (WIDTH + 2) / (bandwidth * 1e9)));
            }
            return logOdds;
        }
    }

    private static void single(GraphScores scores, int accounts) {
        var random = new Random(1);
        for (int warm = 0; warm < 3000; warm++) {
            scores.score(random.nextInt(accounts));
        }
        double[] wall = new double[10_000];
        double[] cpu = new double[wall.length];
        for (int call = 0; call < wall.length; call++) {
            int account = random.nextInt(accounts);
            long start = System.nanoTime();
            long used = THREAD.getCurrentThreadCpuTime();
            scores.score(account);
            cpu[call] = (THREAD.getCurrentThreadCpuTime() - used) / 1e3;
            wall[call] = (System.nanoTime() - start) / 1e3;
        }
        say("one account, us: %s; CPU of its thread: %s", quantiles(wall), quantiles(cpu));
    }

    private static String quantiles(double[] micros) {
        Arrays.sort(micros);
        return String.format(
                Locale.ROOT,
                "p50 %.0f, p99 %.0f, p99.9 %.0f",
                micros[micros.length / 2],
                micros[micros.length * 99 / 100],
                micros[micros.length * 999 / 1000]);
    }

    private static void epoch(IdentityGraph snapshot, GraphView view, TorchSettings settings) {
        var parameters = new TrainingParameters(WIDTH, LAYERS, FanOut.DEFAULT, 256, 1, 0, 1, 2e-3, 1e-2, 1.0, 0, 1);
        var views = List.of(new TrainingView(view, LabelColumns.of(snapshot, List.of())));
        var watch = new Watch();
        LearningPoint point = new Trainer(views, parameters, settings, Progress.silent())
                .unsupervised()
                .curve()
                .getLast();
        watch.done(String.format(
                Locale.ROOT,
                "epoch of %d steps, %.1f M edges forward and back, %.1f s",
                point.steps(),
                point.edges() / 1e6,
                point.seconds()));
    }

    /** GB/s of a = b + s c over arrays far larger than any cache (J. McCalpin: STREAM, 1995): 24 bytes a number. */
    private static double triad() {
        int size = 1 << 24;
        double[] a = new double[size];
        double[] b = new double[size];
        double[] c = new double[size];
        Arrays.fill(b, 1);
        Arrays.fill(c, 2);
        double best = 0;
        for (int run = 0; run < 8; run++) {
            double before = cpuSeconds();
            for (int i = 0; i < size; i++) {
                a[i] = b[i] + 3 * c[i];
            }
            best = Math.max(best, 24.0 * size / (cpuSeconds() - before) / 1e9);
        }
        return best;
    }

    /** Groups of about eight accounts that share identifiers, each account with identifiers of its own, and hubs. */
    private static IdentityGraph graph(int accounts, int sightings, double own) {
        var random = new Random(1);
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (int account = 0; account < accounts; account++) {
            builder.account("account-" + Long.toHexString(random.nextLong()), 1000, 1000, Double.NaN);
        }
        for (int sighting = 0; sighting < sightings; sighting++) {
            int account = sighting % accounts;
            int group = account / 8;
            double kind = random.nextDouble();
            long identifier = kind < own
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

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static final class Watch {
        private long wall = System.nanoTime();
        private double cpu = cpuSeconds();

        double wall() {
            return (System.nanoTime() - wall) / 1e9;
        }

        double cpu() {
            return cpuSeconds() - cpu;
        }

        void done(String what) {
            say("%6.2f s %6.2f CPU-s  %s", (System.nanoTime() - wall) / 1e9, cpu(), what);
            wall = System.nanoTime();
            cpu = cpuSeconds();
        }
    }
}

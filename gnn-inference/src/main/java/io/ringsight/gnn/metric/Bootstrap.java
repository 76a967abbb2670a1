package io.ringsight.gnn.metric;

import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures the sample and its replicates. Two systems that are measured with the same {@link Resampling} and seed are measured
 * on the same replicates, so that their {@linkplain Replicates#difference difference} is paired.
 */
public final class Bootstrap {
    private Bootstrap() {}

    public static Replicates run(
            Resampling resampling, BootstrapParameters parameters, Statistics statistics, Progress progress) {
        List<Measure> sample = statistics.measure(resampling.sample());
        double[][] values = new double[parameters.replicates()][];
        var next = new AtomicInteger();
        Runnable worker = () -> {
            double[] weight = new double[resampling.size()];
            for (int r; (r = next.getAndIncrement()) < values.length; ) {
                progress.check();
                resampling.draw(parameters.seed(), r, weight);
                values[r] = values(statistics.measure(weight));
                progress.advance(1);
            }
        };
        inParallel(worker, Math.min(parameters.threads(), parameters.replicates()));
        return new Replicates(resampling, parameters.seed(), sample, values);
    }

    private static void inParallel(Runnable worker, int threads) {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++) {
                running.add(executor.submit(worker));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while replicates were measured.", e);
        }
    }

    private static double[] values(List<Measure> measures) {
        return measures.stream()
                .mapToDouble(measure -> measure.toOptional().orElse(Double.NaN))
                .toArray();
    }
}

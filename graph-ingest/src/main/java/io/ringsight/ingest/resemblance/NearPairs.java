package io.ringsight.ingest.resemblance;

import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All pairs of signatures within a distance, nearly: bit sample after bit sample, signatures are sorted by their key and those
 * of equal key are compared with each other, side by side in memory. Nothing is kept between samples. The same signatures and
 * parameters give the same pairs whatever the number of threads.
 *
 * <p>Expected O(samples * (n + pairs of equal key)). No input is quadratic: in a crowd of equal keys a signature meets a window of
 * neighbours only, and one that has all its partners looks for no more.
 */
public final class NearPairs {
    private static final int MEMBERS_A_KEY = 16; // if bits were independent; correlated ones crowd
    private static final int SAMPLES_A_ROUND = 4; // between two looks at who has all partners

    /** Pairs in parallel arrays: {@code a[i] < b[i]}, sorted by a, then b. */
    public record Pairs(int[] a, int[] b, int[] distance) {
        public int size() {
            return a.length;
        }
    }

    private final Signatures signatures;
    private final ResemblanceParameters parameters;
    private final BitSample[] samples;
    private final Partners partners;

    private NearPairs(Signatures signatures, ResemblanceParameters parameters) {
        this.signatures = signatures;
        this.parameters = parameters;
        int width = Math.clamp(KeyedOrder.log2(signatures.size() / MEMBERS_A_KEY), 4, 24);
        var pair = new DifferingBits(signatures.bits(), Math.min(parameters.radius(), signatures.bits()));
        int count = parameters.samples(pair.exactly(width, 0));
        this.samples = BitSample.draw(count, width, signatures.bits(), parameters.seed());
        this.partners = new Partners(signatures.size(), parameters.partners());
    }

    public static Pairs join(Signatures signatures, ResemblanceParameters parameters, int threads, Progress progress) {
        return new NearPairs(signatures, parameters).join(threads, progress);
    }

    private Pairs join(int threads, Progress progress) {
        progress.begin("resemblance", samples.length);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (int from = 0, to = 1;
                    from < samples.length;
                    from = to, to += SAMPLES_A_ROUND) { // equals have all theirs after one
                to = Math.min(samples.length, to);
                round(executor, from, to, progress);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signatures were compared.", e);
        } finally {
            progress.end();
        }
        return partners.sorted(signatures);
    }

    private void round(ExecutorService executor, int from, int to, Progress progress)
            throws ExecutionException, InterruptedException {
        List<Future<long[]>> underway = new ArrayList<>();
        for (int s = from; s < to; s++) {
            int sample = s;
            underway.add(executor.submit(
                    () -> new KeyedSweep(signatures, samples, sample, parameters.radius(), partners).run()));
        }
        List<long[]> found = new ArrayList<>();
        for (Future<long[]> sweep : underway) {
            progress.check();
            found.add(sweep.get());
            progress.advance(1);
        }
        found.forEach(partners::add);
    }
}
